import { type CsvColumns, CsvError, readCsvColumns } from '../csv-columns.ts';
import type { DemandColumns } from './demand-sample.ts';

export interface DemandFile {
  readonly file: string;
  readonly quantity: string;
  readonly price: string;
  readonly controls: readonly string[];
  readonly effects: readonly string[];
  readonly cluster: string | undefined;
  /** Column of the product; without one all rows are one product. */
  readonly by: string | undefined;
  /** Column of the product's category. */
  readonly category: string | undefined;
}

export interface ProductRows {
  readonly name: string;
  readonly category: string;
  readonly rows: Int32Array;
}

export interface DemandRead {
  readonly demand: DemandColumns;
  readonly products: readonly ProductRows[];
  /** Columns that should hold numbers and hold none. */
  readonly withoutNumbers: readonly string[];
}

/** @throws CsvError when the file cannot be read or lacks a column. */
export async function readDemand(wanted: DemandFile): Promise<DemandRead> {
  const { quantity, price, controls, effects, cluster, by, category } = wanted;
  const numbers = [quantity, price, ...controls];
  const words = [...effects, ...[cluster, by, category].filter((name) => name !== undefined)];
  const read = await readCsvColumns(wanted.file, { numbers, words });
  const demand: DemandColumns = {
    quantity: numbersOf(read, quantity),
    price: numbersOf(read, price),
    controls: controls.map((name) => ({ name, values: numbersOf(read, name) })),
    effects: effects.map((name) => wordsOf(read, name).codes),
    cluster: cluster === undefined ? undefined : wordsOf(read, cluster).codes,
  };
  const withoutNumbers = numbers.filter((name) => numbersOf(read, name).every(Number.isNaN));
  return { demand, products: productsOf(read, by, category), withoutNumbers };
}

function productsOf(read: CsvColumns, by?: string, category?: string): ProductRows[] {
  const all = Int32Array.from({ length: read.rows }, (_, row) => row);
  if (by === undefined) return [{ name: '', category: '', rows: all }];
  const { codes, words } = wordsOf(read, by);
  const rows: number[][] = words.map(() => []);
  for (const [row, code] of codes.entries()) rows[code]?.push(row);
  const categories = category === undefined ? undefined : wordsOf(read, category);
  return words.map((name, product) => ({
    name,
    category: categories?.words[categories.codes[rows[product]?.[0] ?? -1] ?? -1] ?? '',
    rows: Int32Array.from(rows[product] ?? []),
  }));
}

function numbersOf({ numbers }: CsvColumns, name: string): Float64Array {
  const values = numbers[name];
  if (!values) throw new CsvError(`column ${name} was not read`);
  return values;
}

function wordsOf({ words }: CsvColumns, name: string) {
  const column = words[name];
  if (!column) throw new CsvError(`column ${name} was not read`);
  return column;
}
