import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BusinessDate, businessDate, isBusinessDate } from '#lib/business-date.ts';
import type { PosEvent } from '#lib/pos-event.ts';
import { eventId } from './journal-lines.ts';

/** The accepted events of one business date as a file of the lake: one event a line, in JSON. */
export interface Journal {
  readonly date: BusinessDate;
  readonly path: string;
}

const journalFolder = (root: string) => join(root, 'journal');

/**
 * Keeps the events of a date beside the lake, by their ids: what was kept before stays, even where the live store has
 * forgotten it. The same events give the same bytes.
 */
export function keepJournal(root: string, date: BusinessDate, events: readonly PosEvent[]): void {
  if (events.length === 0) return;
  mkdirSync(journalFolder(root), { recursive: true });
  const path = join(journalFolder(root), `${date}.ndjson`);
  const known = existsSync(path) ? readJournal(path) : [];
  const all = new Map([...known, ...events].map((event) => [eventId(event), event]));
  const lines = [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, it]) => JSON.stringify(it));
  writeFileSync(`${path}.next`, `${lines.join('\n')}\n`);
  renameSync(`${path}.next`, path);
}

/** The journals of a lake in the order of their dates. */
export function listJournals(root: string): Journal[] {
  if (!existsSync(journalFolder(root))) return [];
  return readdirSync(journalFolder(root))
    .filter((name) => name.endsWith('.ndjson') && isBusinessDate(name.slice(0, 10)))
    .sort()
    .map((name) => ({
      date: businessDate(name.slice(0, 10)),
      path: join(journalFolder(root), name),
    }));
}

export function readJournal(path: string): PosEvent[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PosEvent);
}
