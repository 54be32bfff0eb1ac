import { REFUSED, SqlError } from './sql-errors.ts';

type Wording = readonly [pattern: RegExp, number: number, message: string, severity?: number];

/**
 * DuckDB's wording on the left, SQL Server's number and wording on the right; the first that fits is taken.
 * Only names and values that the statement itself holds are carried over.
 */
const WORDINGS: readonly Wording[] = [
  // Raised by the translation, already in SQL Server's words.
  [/^Invalid Input Error: (Divide by zero error encountered\.)/, 8134, '$1'],
  [/^Invalid Input Error: (Conversion failed when [\s\S]* to data type \w+\.)/, 245, '$1'],
  [/^Invalid Input Error: (Error converting data type [^\n]+)/, 8114, '$1'],
  [
    /^Catalog Error: Table with name "?([^"\s!]+)"? does not exist[\s\S]*"(\w+)"\."\1"/,
    208,
    "Invalid object name '$2.$1'.",
  ],
  [/^Catalog Error: Table with name "?([^"\s!]+)"? does not exist/, 208, "Invalid object name '$1'."],
  [/^Binder Error: .*column "([^"]+)" (?:was )?not found/, 207, "Invalid column name '$1'."],
  [/^Binder Error: .* does not have a column named "([^"]+)"/, 207, "Invalid column name '$1'."],
  [/^Binder Error: Ambiguous reference to column name "([^"]+)"/, 209, "Ambiguous column name '$1'."],
  [
    /^Binder Error: column "?([^"\s]+)"? must appear in the GROUP BY/,
    8120,
    "Column '$1' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.",
  ],
  [
    /^Binder Error: Set operations can only apply/,
    205,
    'All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions in their target lists.',
  ],
  [/^Parser Error: syntax error at or near "([^"]*)"/, 102, "Incorrect syntax near '$1'.", 15],
  [/^Parser Error: syntax error at end of input/, 102, 'Incorrect syntax near the end.', 15],
  [
    /^Conversion Error: (?:invalid )?(?:date|timestamp) field/,
    241,
    'Conversion failed when converting date and/or time from character string.',
  ],
  [
    /^Conversion Error: Date out of range/,
    289,
    'Cannot construct data type date, some of the arguments have values which are not valid.',
  ],
  [
    /^(?:Conversion|Out of Range) Error: .*(?:out of range|overflow|failed to cast|could not cast)/i,
    8115,
    'Arithmetic overflow error converting expression to a data type that cannot hold it.',
  ],
  [
    /^Invalid Input Error: More than one row returned by a subquery/,
    512,
    'Subquery returned more than 1 value. This is not permitted when the subquery is used as an expression.',
  ],
  [/^Out of Memory Error/, 701, 'There is insufficient memory to run this query.', 17],
  [/^Permission Error/, 229, 'The SELECT permission was denied on the object.', 14],
];

/** DuckDB's error in SQL Server's words. What is not known keeps its kind only: messages may name files. */
export function fromDuckDbError(error: unknown): SqlError {
  const text = error instanceof Error ? error.message : '';
  for (const [pattern, number, message, severity] of WORDINGS) {
    const found = pattern.exec(text);
    if (found)
      return new SqlError(
        number,
        message.replaceAll(/\$(\d)/g, (_, group) => found[group] ?? ''),
        severity,
      );
  }
  const kind = /^([A-Z][A-Za-z ]{1,30}) Error:/.exec(text)?.[1] ?? 'Internal';
  return new SqlError(REFUSED, `The statement could not be run (${kind}).`);
}
