import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
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
 * Reads named columns of a CSV file (comma, double quotes, a header, UTF-8), rows in the file's order. The file goes
 * through in chunks: memory is taken by the columns only, 8 bytes a cell, and by the different words.
 * @throws CsvError when the file cannot be read or lacks a column.
 */
export const readCsvColumns = (
  file: string,
  wanted: { readonly numbers?: readonly string[]; readonly words?: readonly string[] },
): Promise<CsvColumns> =>
  withCsv(file, async (connection, source, header) => {
    const numbers = [...new Set(wanted.numbers ?? [])].map((name) => ({
      name,
      column: new NumberCollector(),
    }));
    const words = [...new Set(wanted.words ?? [])].map((name) => ({ name, column: new WordCollector() }));
    for (const { name } of [...numbers, ...words])
      if (!header.includes(name))
        throw new CsvError(`${file} has no column ${name}; it has ${header.join(', ')}`);
    const cells = [
      ...numbers.map(({ name }) => `coalesce(TRY_CAST(${quoted(name)} AS DOUBLE), 'nan'::DOUBLE)`),
      ...words.map(({ name }) => `coalesce(${quoted(name)}, '')`),
    ];
    let rows = 0;
    const result = await connection.stream(`SELECT ${cells.join(', ') || '1'} FROM ${source}`);
    for await (const chunk of result) {
      rows += chunk.rowCount;
      for (const [i, { column }] of numbers.entries()) column.append(chunk.getColumnValues(i) as number[]);
      for (const [i, { column }] of words.entries())
        column.append(chunk.getColumnValues(numbers.length + i) as string[]);
    }
    return {
      rows,
      numbers: Object.fromEntries(numbers.map(({ name, column }) => [name, column.values()])),
      words: Object.fromEntries(words.map(({ name, column }) => [name, column.column()])),
    };
  });

/**
 * Names of the columns of a CSV file, in their order.
 * @throws CsvError when the file cannot be read.
 */
export const readCsvHeader = (file: string): Promise<string[]> =>
  withCsv(file, async (_connection, _source, header) => header);

async function withCsv<Answer>(
  file: string,
  read: (connection: DuckDBConnection, source: string, header: string[]) => Promise<Answer>,
): Promise<Answer> {
  const duck = await DuckDBInstance.create(':memory:');
  const connection = await duck.connect();
  try {
    const source = `read_csv(${literal(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', parallel = false)`;
    const header = (await connection.runAndReadAll(`SELECT * FROM ${source} LIMIT 0`)).columnNames();
    return await read(connection, source, header);
  } catch (cause) {
    throw cause instanceof CsvError ? cause : new CsvError(`${file} cannot be read as CSV`, { cause });
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

class NumberCollector {
  #values = new Float64Array(1 << 12);
  #filled = 0;

  append(cells: readonly number[]): void {
    if (this.#filled + cells.length > this.#values.length) {
      const larger = new Float64Array(2 * this.#values.length + cells.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values.set(cells, this.#filled);
    this.#filled += cells.length;
  }

  values(): Float64Array {
    return this.#values.slice(0, this.#filled);
  }
}

/** Codes words in order of first sight; the empty word is -1. */
class WordCollector {
  readonly #codes = new NumberCollector();
  readonly #seen = new Map<string, number>();

  append(cells: readonly string[]): void {
    this.#codes.append(
      cells.map((cell) => {
        if (cell === '') return -1;
        const code = this.#seen.get(cell) ?? this.#seen.size;
        this.#seen.set(cell, code);
        return code;
      }),
    );
  }

  column(): WordColumn {
    return { codes: Int32Array.from(this.#codes.values()), words: [...this.#seen.keys()] };
  }
}

export class CsvError extends Error {
  readonly code = 'CSV_UNREADABLE';
  constructor(problem: string, options?: ErrorOptions) {
    const reason = options?.cause instanceof Error ? `: ${options.cause.message.split('\n')[0]}` : '';
    super(`${problem}${reason}`, options);
    this.name = 'CsvError';
  }
}
