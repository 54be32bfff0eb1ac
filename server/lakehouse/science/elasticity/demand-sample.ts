import type { Effect } from './absorb-effects.ts';

/** Sales of one product, or of several pooled, a row per store and day or week. Columns are equally long. */
export interface DemandColumns {
  /** Units; or their natural logs. */
  readonly quantity: Float64Array;
  /** Money per unit, any currency. */
  readonly price: Float64Array;
  readonly controls: readonly { readonly name: string; readonly values: Float64Array }[];
  /** Levels per row, counted from 0; -1 where unknown. */
  readonly effects: readonly Int32Array[];
  readonly cluster?: Int32Array | undefined;
  /** Of ppml: log of how much each row had the chance to sell, its coefficient held at 1. */
  readonly offset?: Float64Array | undefined;
}

export type Method = 'ols' | 'ppml';

export interface DemandSample {
  /** What is explained: log units for ols, units for ppml. */
  readonly response: Float64Array;
  readonly logPrice: Float64Array;
  readonly controls: readonly Float64Array[];
  readonly effects: readonly Effect[];
  readonly cluster: Effect | undefined;
  readonly offset: Float64Array | undefined;
  /** Rows given but not used, by reason. */
  readonly leftOut: { readonly missing: number; readonly unsold: number };
  /** Share of known rows that had to go because nothing was sold: above 0 for ols only, and its estimate is biased. */
  readonly lostToZero: number;
}

/**
 * The rows that can be used. Missing: a value is NaN or infinite, a level unknown, the price not above 0, the quantity
 * below 0. Unsold: quantity 0, of which no log exists (ols), or of a level that never sold and so says nothing (ppml).
 */
export function sampleOf(
  columns: DemandColumns,
  rows: Int32Array,
  { method, isLog }: { readonly method: Method; readonly isLog: boolean },
): DemandSample {
  const { quantity, price } = columns;
  const known = knownRows(columns, rows, isLog);
  const units = (row: number) => (isLog ? Math.exp(quantity[row] as number) : (quantity[row] as number));
  const used =
    method === 'ppml'
      ? withSales(known, columns.effects, units)
      : isLog
        ? known
        : known.filter((row) => units(row) > 0);
  const response = gather(quantity, used);
  const isAsGiven = isLog === (method === 'ols');
  return {
    response: isAsGiven ? response : response.map(isLog ? Math.exp : Math.log),
    logPrice: gather(price, used).map(Math.log),
    controls: columns.controls.map(({ values }) => gather(values, used)),
    effects: columns.effects.map((levels) => effectOf(levels, used)),
    cluster: columns.cluster && effectOf(columns.cluster, used),
    offset: columns.offset && gather(columns.offset, used),
    leftOut: { missing: rows.length - known.length, unsold: known.length - used.length },
    lostToZero: method === 'ols' && known.length > 0 ? 1 - used.length / known.length : 0,
  };
}

/** Drops levels without any sale until none is left. */
function withSales(
  rows: Int32Array,
  effects: readonly Int32Array[],
  units: (row: number) => number,
): Int32Array {
  let left = rows;
  for (;;) {
    const sold = effects.map(
      (levels) => new Set(left.filter((row) => units(row) > 0).map((row) => levels[row] as number)),
    );
    const next = left.filter((row) => effects.every((levels, k) => sold[k]?.has(levels[row] as number)));
    if (next.length === left.length) return next;
    left = next;
  }
}

function knownRows(
  { quantity, price, controls, effects, cluster, offset }: DemandColumns,
  rows: Int32Array,
  isLog: boolean,
) {
  const codes = cluster ? [...effects, cluster] : effects;
  const known = new Int32Array(rows.length);
  let count = 0;
  eachRow: for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const units = quantity[row] as number;
    const money = price[row] as number;
    if (!Number.isFinite(units) || (units < 0 && !isLog) || !Number.isFinite(money) || money <= 0) continue;
    if (offset && !Number.isFinite(offset[row])) continue;
    for (const { values } of controls) if (!Number.isFinite(values[row])) continue eachRow;
    for (const levels of codes) if ((levels[row] as number) < 0) continue eachRow;
    known[count++] = row;
  }
  return known.subarray(0, count);
}

function gather(values: Float64Array, rows: Int32Array): Float64Array {
  const gathered = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = values[rows[i] as number] as number;
  return gathered;
}

/** Levels that occur in the rows, numbered from 0. */
function effectOf(levels: Int32Array, rows: Int32Array): Effect {
  let most = -1;
  for (let i = 0; i < rows.length; i++) most = Math.max(most, levels[rows[i] as number] as number);
  const numbers = new Int32Array(most + 1).fill(-1);
  const codes = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const level = levels[rows[i] as number] as number;
    if ((numbers[level] as number) < 0) numbers[level] = count++;
    codes[i] = numbers[level] as number;
  }
  return { codes, levels: count };
}
