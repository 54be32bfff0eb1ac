import { readCsvColumns } from '../csv-columns.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';

/** Series of a file on one time axis. */
export interface SeriesPanel {
  readonly axis: TimeAxis;
  /** Values of the series columns, in the order asked for. */
  readonly keys: readonly (readonly string[])[];
  /** One value a period of the axis; NaN where the file has none. */
  readonly values: readonly Float64Array[];
  /** By series: a value a period for each column known in advance, after the last value too; NaN where it is not. */
  readonly known: readonly (readonly Float64Array[])[];
  /** Rows whose series already had a value in that period: they were added up. */
  readonly doubled: number;
}

/**
 * A line for each series and period; a missing line is a missing value, unless `fill` says that it means 0.
 * Logarithms of doubled rows are added up as what they are logarithms of.
 * @throws CsvError, UnevenTimesError
 */
export async function readSeries(
  file: string,
  columns: {
    readonly series: readonly string[];
    readonly time: string;
    readonly value: string;
    /** Column that is not 0 where the shelf ran empty: such a value is not what was wanted, so it counts as missing. */
    readonly soldOut?: string | undefined;
    readonly known: readonly string[];
  },
  { isLog, fill }: { readonly isLog: boolean; readonly fill: 'missing' | 'zero' },
): Promise<SeriesPanel> {
  const { rows, numbers, words } = await readCsvColumns(file, {
    numbers: [columns.value, ...columns.known, ...(columns.soldOut ? [columns.soldOut] : [])],
    words: [...columns.series, columns.time],
  });
  const times = words[columns.time];
  const axis = timeAxis(times?.words ?? []);
  const keys: string[][] = [];
  const values: Float64Array[] = [];
  const known: Float64Array[][] = [];
  const seen = new Map<string, number>();
  const soldOut: [number, number][] = [];
  let doubled = 0;
  for (let row = 0; row < rows; row++) {
    const place = axis.places[times?.codes[row] ?? -1] ?? -1;
    const value = numbers[columns.value]?.[row] ?? Number.NaN;
    if (place < 0) continue;
    const codes = columns.series.map((name) => words[name]?.codes[row] ?? -1);
    const key = codes.join(' ');
    let at = seen.get(key);
    if (at === undefined) {
      at = keys.push(columns.series.map((name, i) => words[name]?.words[codes[i] ?? -1] ?? '')) - 1;
      seen.set(key, at);
      values.push(new Float64Array(axis.periods).fill(Number.NaN));
      known.push(columns.known.map(() => new Float64Array(axis.periods).fill(Number.NaN)));
    }
    known[at]?.forEach((column, i) => {
      column[place] = numbers[columns.known[i] ?? '']?.[row] ?? Number.NaN;
    });
    const isSoldOut = (numbers[columns.soldOut ?? '']?.[row] || 0) !== 0;
    if (isSoldOut) soldOut.push([at, place]);
    if (!Number.isFinite(value)) continue;
    const own = values[at] ?? new Float64Array();
    const before = own[place] ?? Number.NaN;
    if (!Number.isNaN(before)) doubled++;
    if (Number.isNaN(before)) own[place] = value;
    else own[place] = isLog ? Math.log(Math.exp(before) + Math.exp(value)) : before + value;
  }
  const last = values.reduce(
    (latest, own) =>
      Math.max(
        latest,
        own.findLastIndex((value) => !Number.isNaN(value)),
      ),
    -1,
  );
  if (fill === 'zero') for (const own of values) zeroAfterFirst(own.subarray(0, last + 1));
  for (const [at, place] of soldOut) values[at]?.fill(Number.NaN, place, place + 1);
  return { axis, keys, values, known, doubled };
}

/** Before its first sale a product was not there; from then on no line means that nothing sold. */
function zeroAfterFirst(values: Float64Array): void {
  const first = values.findIndex((value) => !Number.isNaN(value));
  for (let at = first; at >= 0 && at < values.length; at++) if (Number.isNaN(values[at])) values[at] = 0;
}
