import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bench } from '../bench.ts';
import { bronzeFolder } from '../bronze-tree.ts';
import { bronzeFile } from '../build-before.ts';
import { carryFile } from '../carry-over.ts';
import { fileHash, type Input } from '../inputs.ts';
import { literal } from '../sql-text.ts';
import { checkDates } from './check-dates.ts';
import { quoted } from './column-sql.ts';
import type { SourceDeclaration } from './declaration.ts';
import { fileText, isSurelyUtf8 } from './file-text.ts';
import { guardCards } from './guard-cards.ts';
import { type ReceivedFile, receivedFolder } from './received-files.ts';
import { CsvLineError, EncodingError } from './refusals.ts';

type Report = (line: string) => void;

/** The received files with the hash of their content. */
export async function receivedInputs(folder: string, declaration: SourceDeclaration): Promise<Input[]> {
  const { files } = await receivedFolder(folder, declaration);
  const inputs: Input[] = [];
  for (const file of files) inputs.push(await inputOf(file));
  return inputs;
}

async function inputOf({ path, table }: ReceivedFile): Promise<Input> {
  return { table, name: basename(path), hash: await fileHash(path) };
}

/**
 * Every file as one Parquet file: the declared columns' text as received, with the file's name and the row's place in
 * it. Whatever a file or a column is not used for is said, and what cannot be known of its dates. All of the folder is
 * kept or nothing. A file that the build in `carried` has read already is not read again.
 */
export async function writeReceived(
  bench: Bench,
  folder: string,
  declaration: SourceDeclaration,
  report: Report,
  carried?: string,
): Promise<void> {
  const { files, unused } = await receivedFolder(folder, declaration);
  for (const { name, reason } of unused) report(`not used: ${name}, ${reason}`);
  for (const file of files) {
    const input = await inputOf(file);
    const part = bronzeFile(bench.folder, input);
    const others = unusedColumns(file, declaration);
    const notUsed = others.length > 0 ? `, not used: ${others.join(', ')}` : '';
    const known = carried === undefined ? undefined : bronzeFile(carried, input);
    if (known !== undefined && existsSync(known)) {
      carryFile(known, part);
      if (notUsed) report(`${file.table}: ${input.name}${notUsed}`);
      continue;
    }
    if (declaration.encoding !== 'utf-8' && (await isSurelyUtf8(file.path)))
      throw new EncodingError(file.path, declaration.encoding);
    await guardCards(file.path, declaration);
    mkdirSync(dirname(part), { recursive: true });
    await copyFile(bench, file, declaration, literal(part));
    report(`${file.table}: ${input.name} ${await rowsOf(bench, part)} rows${notUsed}`);
    for (const doubt of await checkDates(bench, file, declaration, part)) report(`not certain: ${doubt}`);
  }
  for (const [table, { columns }] of Object.entries(declaration.tables)) {
    const parts = literal(join(bronzeFolder(bench.folder, table), '*.parquet'));
    const rows = files.some((file) => file.table === table)
      ? `SELECT * FROM read_parquet(${parts})`
      : `SELECT '' AS source_file, 0 AS source_line, ${columns.map((name) => `'' AS ${quoted(name)}`).join(', ')} WHERE false`;
    await bench.run(`CREATE VIEW bronze.${table} AS ${rows}`);
  }
}

const unusedColumns = ({ table, header }: ReceivedFile, { tables }: SourceDeclaration) =>
  header.filter((name) => !tables[table]?.columns.includes(name));

async function rowsOf(bench: Bench, part: string): Promise<string | undefined> {
  const [written] = await bench.rows<{ rows: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS rows FROM read_parquet(${literal(part)})`,
  );
  return written?.rows.toLocaleString('en-GB');
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
