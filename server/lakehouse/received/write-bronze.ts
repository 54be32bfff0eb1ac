import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bench } from '../bench.ts';
import { literal } from '../sql-text.ts';
import { quoted } from './column-sql.ts';
import type { SourceDeclaration } from './declaration.ts';
import { fileText } from './file-text.ts';
import { guardCards } from './guard-cards.ts';
import { type ReceivedFile, receivedFolder } from './received-files.ts';
import { CsvLineError } from './refusals.ts';

type Report = (line: string) => void;

/**
 * Every file as one Parquet file: the declared columns' text as received, with the file's name and the row's place in
 * it. Whatever a file or a column is not used for is said. All of the folder is kept or nothing.
 */
export async function writeReceived(
  bench: Bench,
  folder: string,
  declaration: SourceDeclaration,
  report: Report,
) {
  const { files, unused } = await receivedFolder(folder, declaration);
  for (const { name, reason } of unused) report(`not used: ${name}, ${reason}`);
  for (const file of files) await guardCards(file.path, declaration);
  for (const [table, { columns }] of Object.entries(declaration.tables)) {
    const target = join(bench.folder, 'bronze', table);
    mkdirSync(target, { recursive: true });
    for (const [index, file] of files.filter((some) => some.table === table).entries()) {
      const part = literal(join(target, `part-${String(index).padStart(5, '0')}.parquet`));
      await copyFile(bench, file, declaration, part);
      const [written] = await bench.rows<{ rows: number }>(
        `SELECT CAST(count(*) AS INTEGER) AS rows FROM ${part}`,
      );
      const others = file.header.filter((name) => !columns.includes(name));
      const ignored = others.length > 0 ? `, not used: ${others.join(', ')}` : '';
      report(`${table}: ${basename(file.path)} ${written?.rows.toLocaleString('en-GB')} rows${ignored}`);
    }
    const parts = literal(join(target, '*.parquet'));
    await bench.run(`CREATE VIEW bronze.${table} AS SELECT * FROM read_parquet(${parts})`);
  }
}

async function copyFile(bench: Bench, file: ReceivedFile, declaration: SourceDeclaration, part: string) {
  const { delimiter, encoding, tables } = declaration;
  const types = file.header.map((name) => `${literal(name)}: 'VARCHAR'`);
  const columns = (tables[file.table]?.columns ?? []).map(quoted);
  const path = encoding === 'utf-8' ? file.path : await reencoded(bench, file.path, encoding);
  const csv = `read_csv(${literal(path)}, columns = {${types.join(', ')}}, auto_detect = false, header = true,
    delim = ${literal(delimiter)}, quote = '"', escape = '"')`;
  try {
    await bench.run(
      `COPY (SELECT ${literal(basename(file.path))} AS source_file,
        CAST(row_number() OVER () + 1 AS INTEGER) AS source_line, ${columns.join(', ')}
      FROM ${csv}) TO ${part} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } catch (cause) {
    throw lineError(file.path, cause);
  } finally {
    if (path !== file.path) rmSync(path, { force: true });
  }
}

/** The engine reads UTF-8: other text is written out so, beside the build, for as long as it is read. */
async function reencoded(
  bench: Bench,
  file: string,
  encoding: SourceDeclaration['encoding'],
): Promise<string> {
  const path = join(dirname(bench.folder), 'reencoded.csv');
  await pipeline(Readable.from(fileText(file, encoding)), createWriteStream(path));
  return path;
}

/** The engine's account of a bad line, without its advice on its own settings and without the line itself. */
function lineError(file: string, cause: unknown): unknown {
  const text = cause instanceof Error ? cause.message : String(cause);
  const line = /CSV Error on Line: (\d+)/.exec(text)?.[1];
  const reason =
    /(Invalid unicode|Expected Number of Columns|Value with unterminated quote|.*[Ll]ine size)[^\n]*/.exec(
      text,
    );
  return line ? new CsvLineError(file, line, reason?.[0] ?? 'the line cannot be read') : cause;
}
