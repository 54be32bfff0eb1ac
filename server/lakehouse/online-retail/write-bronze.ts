import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bench } from '../bench.ts';
import { literal } from '../sql-text.ts';
import { csvFiles, headerOf } from './csv-folder.ts';
import { CsvLineError } from './refusals.ts';

export const COLUMNS = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const;

/** Every CSV file as one Parquet file: the text as received, with the file's name and the row's place in it. */
export async function writeOnlineRetail(bench: Bench, folder: string, report: (line: string) => void) {
  const target = join(bench.folder, 'bronze', 'online_retail');
  mkdirSync(target, { recursive: true });
  for (const [index, file] of csvFiles(folder).entries()) {
    const part = literal(join(target, `part-${String(index).padStart(5, '0')}.parquet`));
    await copyFile(bench, file, part);
    const [written] = await bench.rows<{ rows: number }>(
      `SELECT CAST(count(*) AS INTEGER) AS rows FROM ${part}`,
    );
    report(`online_retail: ${basename(file)} ${written?.rows.toLocaleString('en-GB')} rows`);
  }
  await bench.run(
    `CREATE VIEW bronze.online_retail AS SELECT * FROM read_parquet(${literal(join(target, '*.parquet'))})`,
  );
}

async function copyFile(bench: Bench, file: string, part: string): Promise<void> {
  const columns = headerOf(file, COLUMNS).map((name) => `${literal(name)}: 'VARCHAR'`);
  const csv = `read_csv(${literal(file)}, columns = {${columns.join(', ')}}, auto_detect = false, header = true,
    delim = ',', quote = '"', escape = '"')`;
  try {
    await bench.run(
      `COPY (SELECT ${literal(basename(file))} AS source_file,
        CAST(row_number() OVER () + 1 AS INTEGER) AS source_line, ${COLUMNS.join(', ')}
      FROM ${csv}) TO ${part} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } catch (cause) {
    throw lineError(file, cause) ?? cause;
  }
}

/** The engine's own account of a bad line, without its advice on its own settings. */
function lineError(file: string, cause: unknown): CsvLineError | undefined {
  const text = cause instanceof Error ? cause.message : String(cause);
  const line = /CSV Error on Line: (\d+)/.exec(text)?.[1];
  if (!line) return undefined;
  const reason =
    /(Invalid unicode|Expected Number of Columns|Value with unterminated quote|.*[Ll]ine size)[^\n]*/.exec(
      text,
    );
  return new CsvLineError(file, line, reason?.[0] ?? 'the line cannot be read');
}
