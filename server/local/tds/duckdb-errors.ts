import { REFUSED, SqlError } from './sql-errors.ts';

type Wording = readonly [pattern: RegExp, number: number, message: string, severity?: number];

/**
 * DuckDB's wording on the left, SQL Server's number and wording on the right; the first that fits is taken.
 * Only names and values that the statement itself holds are carried over.
 */
const WORDINGS: readonly Wording[] = [
  [/^Catalog Error: Table with name "?([^"\s!]+)"? does not exist/, 208, "Invalid object name '$1'."],
  [
    /^Catalog Error: (?:Scalar|Aggregate) Function with name "?([^"\s!]+)"? does not exist/,
    195,
    "'$1' is not a recognized built-in function name.",
    15,
  ],
  [
    /^Catalog Error: Table Function with name "?([^"\s!]+)"? does not exist/,
    208,
    "Invalid object name '$1'.",
  ],
  [
    /^Binder Error: Referenced column "([^"]+)" (?:not found|was not found)/,
    207,
    "Invalid column name '$1'.",
  ],
  [
    /^Binder Error: (?:Values list|Table) "[^"]+" does not have a column named "([^"]+)"/,
    207,
    "Invalid column name '$1'.",
  ],
  [
    /^Binder Error: Referenced table "([^"]+)" not found/,
    4104,
    'The multi-part identifier "$1" could not be bound.',
  ],
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
  [
    /^Binder Error: (?:No function matches .*'(\S+?)\(|Cannot compare values of type (.+?) and)/,
    402,
    'The data types are incompatible in the $1$2 operator.',
  ],
  [/^Parser Error: syntax error at or near "([^"]*)"/, 102, "Incorrect syntax near '$1'.", 15],
  [/^Parser Error: syntax error at end of input/, 102, 'Incorrect syntax near the end of the statement.', 15],
  [/^[^:]+ Error: (?:Divide by zero|Division by zero)/i, 8134, 'Divide by zero error encountered.'],
  [
    /^Conversion Error: (?:invalid|Could not convert string .* to) (?:date|timestamp|time)/i,
    241,
    'Conversion failed when converting date and/or time from character string.',
  ],
  [
    /^Conversion Error: (?:date|timestamp|time) field value out of range/i,
    242,
    'The conversion of a varchar data type to a datetime data type resulted in an out-of-range value.',
  ],
  [
    /^Conversion Error: Could not convert string '([\s\S]*?)' to INT64/,
    8114,
    'Error converting data type varchar to bigint.',
  ],
  [
    /^Conversion Error: Could not convert string '([\s\S]*?)' to DOUBLE/,
    8114,
    'Error converting data type varchar to float.',
  ],
  [
    /^Conversion Error: Could not convert string "?([\s\S]*?)"? to DECIMAL/,
    8114,
    'Error converting data type varchar to numeric.',
  ],
  [
    /^Conversion Error: Could not convert string '([\s\S]*?)' to (?:INT|UINT)\d+/,
    245,
    "Conversion failed when converting the varchar value '$1' to data type int.",
  ],
  [
    /^Conversion Error: Could not convert string '([\s\S]*?)' to BOOL/,
    245,
    "Conversion failed when converting the varchar value '$1' to data type bit.",
  ],
  [
    /^(?:Conversion|Out of Range|Invalid Input) Error: .*(?:out of range|overflow|could not cast value|doesn't fit)/i,
    8115,
    'Arithmetic overflow error converting expression to a data type.',
  ],
  [/^Out of Range Error/, 8115, 'Arithmetic overflow error converting expression to a data type.'],
  [
    /^Invalid Input Error: More than one row returned by a subquery/,
    512,
    'Subquery returned more than 1 value. This is not permitted when the subquery is used as an expression.',
  ],
  [/^Out of Memory Error/, 701, 'There is insufficient system memory to run this query.', 17],
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
  const kind = /^([A-Z][A-Za-z ]{2,30}) Error:/.exec(text)?.[1] ?? 'Internal';
  return new SqlError(REFUSED, `The statement could not be run (${kind}).`);
}
