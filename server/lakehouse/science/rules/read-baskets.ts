import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type CsvColumns, CsvError, readCsvColumns } from '../csv-columns.ts';
import { BasketCollector, type Baskets } from './baskets.ts';

/**
 * Reads a file with one basket per line, items parted by commas and quoted when they hold one. Items are trimmed;
 * empty cells, and lines with nothing but them, are padding.
 * @throws CsvError when the file cannot be read.
 */
export async function readBasketLines(file: string): Promise<Baskets> {
  const collector = new BasketCollector();
  try {
    for await (const line of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const items = cellsOf(line.replace(/^\uFEFF/, ''))
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '');
      if (items.length > 0) collector.add(items);
    }
  } catch (cause) {
    throw new CsvError(`${file} cannot be read`, { cause });
  }
  return collector.baskets();
}

const CELL = /\s*"((?:[^"]|"")*)"[^,]*(?:,|$)|([^,]*)(?:,|$)/y;

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < line.length) {
    const match = CELL.exec(line);
    if (!match) break;
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  return cells;
}

/**
 * Reads a table with a line for each item of a basket; lines of a basket need not stand together. A basket whose
 * lines all lack an item is an empty basket, and counts; lines without a basket do not.
 * @throws CsvError when the file cannot be read or lacks a column.
 */
export async function readBasketTable(file: string, basket: string, item: string): Promise<Baskets> {
  return gatherBaskets(await readCsvColumns(file, { words: [basket, item] }), basket, item);
}

export function gatherBaskets({ words }: CsvColumns, basket: string, item: string): Baskets {
  const baskets = words[basket];
  const items = words[item];
  if (!baskets || !items) throw new CsvError(`columns ${basket} and ${item} were not read`);
  const names = items.words.map((word) => word.trim());
  const starts = new Int32Array(baskets.words.length + 1);
  for (const code of baskets.codes) if (code >= 0) starts[code + 1] = (starts[code + 1] as number) + 1;
  for (let basket = 0; basket < baskets.words.length; basket++)
    starts[basket + 1] = (starts[basket + 1] as number) + (starts[basket] as number);
  const filled = starts.slice();
  const held = new Int32Array(starts.at(-1) ?? 0);
  for (const [row, code] of baskets.codes.entries()) {
    if (code < 0) continue;
    const place = filled[code] as number;
    held[place] = items.codes[row] as number;
    filled[code] = place + 1;
  }
  const collector = new BasketCollector();
  for (let basket = 0; basket < baskets.words.length; basket++)
    collector.add(namesOf(held.subarray(starts[basket], starts[basket + 1]), names));
  return collector.baskets();
}

function* namesOf(codes: Int32Array, names: readonly string[]): Generator<string> {
  for (const code of codes) {
    const name = names[code];
    if (name) yield name;
  }
}
