import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Desk } from './command.ts';

export type Cell = string | number;

/** A line of CSV without its end (RFC 4180); numbers in full precision, as JavaScript writes them. */
export const csvLine = (cells: readonly Cell[]): string =>
  cells
    .map((cell) =>
      typeof cell === 'string' && /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell),
    )
    .join(',');

/** Writes a header and rows to the file, or to the desk when no file is named. */
export async function writeCsv(
  file: string | undefined,
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
  desk: Desk,
): Promise<void> {
  if (file === undefined) {
    desk.print(csvLine(header));
    for (const row of rows) desk.print(csvLine(row));
    return;
  }
  const out = createWriteStream(file);
  const written = finished(out);
  out.write(`${csvLine(header)}\n`);
  for (const row of rows)
    if (!out.write(`${csvLine(row)}\n`)) await Promise.race([once(out, 'drain'), written]);
  out.end();
  await written;
}
