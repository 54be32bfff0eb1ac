import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../sql-text.ts';

/** A column of words: the row's word is words[codes[row]]; an empty cell has code -1. Words are in order of first sight. */
export interface WordColumn {
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

export interface CsvColumns {
  readonly rows: number;
  /** By name; what is empty or no number (NA, NaN, text) is NaN. */
  readonly numbers: Readonly<Record<string, Float64Array>>;
  readonly words: Readonly<Record<string, WordColumn>>;
}

/**
 * Reads named columns of a CSV file (comma, double quotes, a header, UTF-8), rows in the file's order.
 * @throws CsvError when the file cannot be read or lacks a column.
 */
export async function readCsvColumns(
  file: string,
  wanted: { readonly numbers?: readonly string[]; readonly words?: readonly string[] },
): Promise<CsvColumns> {
  const numbers = [...new Set(wanted.numbers ?? [])];
  const words = [...new Set(wanted.words ?? [])];
  const duck = await DuckDBInstance.create(':memory:');
  const connection = await duck.connect();
  try {
    const source = `read_csv(${literal(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', parallel = false)`;
    const header = (await connection.runAndReadAll(`SELECT * FROM ${source} LIMIT 0`)).columnNames();
    for (const name of [...numbers, ...words])
      if (!header.includes(name))
        throw new CsvError(`${file} has no column ${name}; it has ${header.join(', ')}`);
    const columns = [
      ...numbers.map((name) => `coalesce(TRY_CAST(${quoted(name)} AS DOUBLE), 'nan'::DOUBLE)`),
      ...words.map((name) => `coalesce(${quoted(name)}, '')`),
    ];
    const read = await connection.runAndReadAll(
      `SELECT ${columns.length > 0 ? columns.join(', ') : '1'} FROM ${source}`,
    );
    const cells = columns.length > 0 ? read.getColumns() : [];
    return {
      rows: read.currentRowCount,
      numbers: Object.fromEntries(
        numbers.map((name, i) => [name, Float64Array.from((cells[i] ?? []) as number[])]),
      ),
      words: Object.fromEntries(
        words.map((name, i) => [name, wordColumn((cells[numbers.length + i] ?? []) as string[])]),
      ),
    };
  } catch (cause) {
    throw cause instanceof CsvError ? cause : new CsvError(`${file} cannot be read as CSV`, { cause });
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}

/**
 * Names of the columns of a CSV file, in their order.
 * @throws CsvError when the file cannot be read.
 */
export async function readCsvHeader(file: string): Promise<string[]> {
  const duck = await DuckDBInstance.create(':memory:');
  const connection = await duck.connect();
  try {
    const source = `read_csv(${literal(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
    return (await connection.runAndReadAll(`SELECT * FROM ${source} LIMIT 0`)).columnNames();
  } catch (cause) {
    throw new CsvError(`${file} cannot be read as CSV`, { cause });
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Codes words in order of first sight; the empty word is -1. */
export function wordColumn(cells: readonly string[]): WordColumn {
  const seen = new Map<string, number>();
  const codes = new Int32Array(cells.length);
  for (const [row, cell] of cells.entries()) {
    let code = cell === '' ? -1 : seen.get(cell);
    if (code === undefined) {
      code = seen.size;
      seen.set(cell, code);
    }
    codes[row] = code;
  }
  return { codes, words: [...seen.keys()] };
}

export class CsvError extends Error {
  readonly code = 'CSV_UNREADABLE';
  constructor(problem: string, options?: ErrorOptions) {
    const reason = options?.cause instanceof Error ? `: ${options.cause.message.split('\n')[0]}` : '';
    super(`${problem}${reason}`, options);
    this.name = 'CsvError';
  }
}
