import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { BusinessDate } from '#lib/business-date.ts';
import type { PosEvent } from '#lib/pos-event.ts';
import { inventoryMovements } from '#server/gold/tables/stock.ts';
import type { Bench } from '../bench.ts';
import { bronzeFolder } from '../bronze-tree.ts';
import { bronzeFile } from '../build-before.ts';
import { carryFile } from '../carry-over.ts';
import { CHAIN_FORM } from '../chain/source.ts';
import { TILL_COLUMNS } from '../chain/tills.ts';
import { fileHash, type Input } from '../inputs.ts';
import { currentBuild } from '../lake-folders.ts';
import { readTableSql } from '../parquet-view.ts';
import { readLakeStatus } from '../read-status.ts';
import type { Source } from '../source.ts';
import { literal } from '../sql-text.ts';
import { countsAsAdjustments, type StockOnRecord } from './counted-stock.ts';
import { type Journal, listJournals, readJournal } from './journal.ts';
import { eventId, journalLines, journalMoves } from './journal-lines.ts';

const TILLS = 'till_lines';
/** Parts of a table of bronze when the chain was made; everything else in it is of a journal, and has a longer name. */
const RECEIVED = /^part-\d{1,5}\.parquet$/;
const STOCK_COLUMNS = ['store_code', 'item_code', 'day', 'kind', 'reference', 'units'] as const;

interface Tills {
  readonly parts: readonly { readonly input: Input; readonly path: string }[];
  /** The last day they hold. */
  readonly last: BusinessDate;
}

/**
 * The chain that is served, with the journals of its days since: what was received before is carried over as it lies in
 * bronze, and each day's journal is one file more of the tills. So a close makes anew only the months it touches.
 * @param upTo the last day whose journal belongs in
 * @throws NotClosableError where the lake is of files, whose days come in files
 */
export async function closedChain(root: string, upTo: BusinessDate): Promise<Source> {
  const { sourceName, lastClosedDate } = await readLakeStatus(root);
  const origin = currentBuild(root);
  if (!existsSync(bronzeFolder(origin, TILLS)) || !sourceName.startsWith('Made-up chain'))
    throw new NotClosableError(sourceName);
  const tills = await tillsOf(root, origin, lastClosedDate);
  // A day the tills have sent themselves is not sold once more.
  const journals = listJournals(root).filter(({ date }) => date > tills.last && date <= upTo);
  const inputs: { input: Input; journal: Journal }[] = [];
  for (const journal of journals) inputs.push({ input: await inputOf(journal), journal });
  return {
    ...CHAIN_FORM,
    name: sourceName,
    inputs: async () => [...tills.parts, ...inputs].map(({ input }) => input),
    writeBronze: async (bench, report) => {
      if (existsSync(join(origin, 'truth'))) carryFolder(join(origin, 'truth'), join(bench.folder, 'truth'));
      for (const table of bronzeTables(origin).filter((it) => it !== TILLS)) {
        const received = bronzeFolder(origin, table);
        for (const part of receivedParts(received))
          carryFile(join(received, part), join(bronzeFolder(bench.folder, table), part));
      }
      for (const { input, path } of tills.parts) carryFile(path, bronzeFile(bench.folder, input));
      let stock: StockOnRecord | undefined;
      for (const { input, journal } of inputs) {
        // Once a day has changed, what a count found on a later one is reckoned anew as well.
        if (!stock && existsSync(bronzeFile(origin, input))) {
          for (const of of partsOf(input)) carryFile(bronzeFile(origin, of), bronzeFile(bench.folder, of));
          continue;
        }
        const events = readJournal(journal.path);
        stock ??= await stockBefore(bench, origin, journal.date);
        await writeJournal(bench, input, events, stock);
        report(`${TILLS}: ${events.length.toLocaleString('en-GB')} events of ${journal.date}`);
      }
      for (const table of bronzeTables(bench.folder)) {
        // Files of different years: what a till says has grown.
        const parts = literal(join(bronzeFolder(bench.folder, table), '*.parquet'));
        await bench.run(
          `CREATE VIEW bronze.${table} AS SELECT * FROM read_parquet(${parts}, union_by_name = true)`,
        );
      }
    },
  };
}

/**
 * The tills' own lines, and the last day they hold. A build that was generated has them as its only parts; the first close
 * writes down what they were, for the parts of later builds are known by their content alone.
 */
async function tillsOf(root: string, origin: string, lastClosedDate: BusinessDate): Promise<Tills> {
  const folder = bronzeFolder(origin, TILLS);
  const note = join(root, 'tills.json');
  const fresh = receivedParts(folder).map((part) => join(folder, part));
  if (fresh.length === 0) {
    const noted = JSON.parse(readFileSync(note, 'utf8')) as TillsNote;
    // Notes of one part were written before there could be more.
    const parts = (noted.inputs ?? [noted.input]).map((input) => ({
      input,
      path: bronzeFile(origin, input),
    }));
    return { parts, last: noted.last };
  }
  const parts: { input: Input; path: string }[] = [];
  for (const [at, path] of fresh.entries()) {
    const name = `tills up to ${lastClosedDate}, part ${at + 1} of ${fresh.length}`;
    parts.push({ input: { table: TILLS, name, hash: await fileHash(path) }, path });
  }
  writeFileSync(note, JSON.stringify({ inputs: parts.map(({ input }) => input), last: lastClosedDate }));
  return { parts, last: lastClosedDate };
}

interface TillsNote {
  readonly inputs?: readonly Input[];
  readonly input: Input;
  readonly last: BusinessDate;
}

/** In the order in which they were made. */
function receivedParts(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const numberOf = (part: string) => Number(/\d+/.exec(part)?.[0]);
  return readdirSync(folder)
    .filter((part) => RECEIVED.test(part))
    .sort((one, other) => numberOf(one) - numberOf(other));
}

async function inputOf({ date, path }: Journal): Promise<Input> {
  return { table: TILLS, name: `hot-path-${date}.ndjson`, hash: await fileHash(path) };
}

/** The journal as lines of the tills, as moves of the stock system, and whole, by event id. */
async function writeJournal(
  bench: Bench,
  input: Input,
  events: readonly PosEvent[],
  stock: StockOnRecord,
): Promise<void> {
  const [tills, moves, whole] = partsOf(input).map((of) => bronzeFile(bench.folder, of)) as [
    string,
    string,
    string,
  ];
  const numbered = journalLines(events).map((line, at) => ({
    source_file: input.name,
    source_line: String(at + 1),
    ...line,
  }));
  const all = events.map((event) => ({
    event_id: eventId(event),
    kind: event.kind ?? 'sale',
    event: JSON.stringify(event),
  }));
  await writePart(bench, tills, ['source_file', 'source_line', ...TILL_COLUMNS], numbered);
  await writePart(bench, moves, STOCK_COLUMNS, journalMoves(countsAsAdjustments(events, stock)));
  await writePart(bench, whole, ['event_id', 'kind', 'event'], all);
}

/** What the ledger of a build has on record on the morning of a day. */
async function stockBefore(bench: Bench, build: string, date: BusinessDate): Promise<StockOnRecord> {
  const rows = await bench.rows<{ place: string; units: number }>(`
    SELECT store_id || '/' || product_id AS place, CAST(sum(units) AS INTEGER) AS units
    FROM (${readTableSql(inventoryMovements, build)}) WHERE business_date < '${date}' GROUP BY ALL`);
  return new Map(rows.map(({ place, units }) => [place, units]));
}

/** What one journal is in bronze; the first of them is the input. */
function partsOf(input: Input): Input[] {
  return [input, { ...input, table: 'stock_events' }, { ...input, table: 'pos_events' }];
}

type Row = Readonly<Record<string, string>>;

async function writePart(bench: Bench, path: string, columns: readonly string[], rows: readonly object[]) {
  mkdirSync(dirname(path), { recursive: true });
  const kept = columns.map((name) => ({ name, holds: 'text' as const }));
  await bench.keep(
    'journal_part',
    kept,
    rows.map((row) => columns.map((name) => (row as Row)[name] ?? null)),
  );
  await bench.run(`COPY journal_part TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
  await bench.run('DROP TABLE journal_part');
}

/** The tables of a build's bronze, whichever system sent them. */
function bronzeTables(build: string): string[] {
  const systems = readdirSync(join(build, 'bronze'));
  return systems.flatMap((system) => readdirSync(join(build, 'bronze', system)));
}

function carryFolder(from: string, to: string): void {
  for (const file of readdirSync(from, { recursive: true, withFileTypes: true }))
    if (file.isFile()) {
      const path = join(file.parentPath, file.name);
      carryFile(path, join(to, relative(from, path)));
    }
}

/** The days of a lake of files come in files: they are imported, not closed. */
export class NotClosableError extends Error {
  readonly code = 'NOT_CLOSABLE';
  constructor(source: string) {
    super(
      `The lake of "${source}" gets its days by import; only the chain with a shop floor is closed day by day`,
    );
    this.name = 'NotClosableError';
  }
}
