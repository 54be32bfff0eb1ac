import { type MinorUnits, minorUnits } from './money.ts';

/**
 * What a store, or stores together, did over some days. Every measure may be added up over stores and days. A rate is
 * only ever taken of two measures of the same days: so what stands beside visits, hours or targets is kept for the days
 * on which those are known.
 */
export interface StoreMeasures {
  readonly netSales: MinorUnits;
  readonly grossSales: MinorUnits;
  readonly returns: MinorUnits;
  readonly transactions: number;
  readonly units: number;
  /** Store days with at least one transaction. */
  readonly tradingDays: number;
  /** Net sales of the days whose cost of goods is known, and that cost. */
  readonly costedNetSales: MinorUnits;
  readonly cogs: MinorUnits;
  /** Over the counter: orders online pass no door. */
  readonly counterNetSales: MinorUnits;
  /** People at the door, and what was sold over the counter on the days they were counted. */
  readonly visits: number;
  readonly countedNetSales: MinorUnits;
  readonly countedTransactions: number;
  readonly countedUnits: number;
  /** Hundredths of an hour on the floor, and net sales of those days. */
  readonly labourHundredths: number;
  readonly staffedNetSales: MinorUnits;
  /** Hundredths of an hour planned, and worked, on the days that have both. */
  readonly plannedHundredths: number;
  readonly workedOfPlannedHundredths: number;
  /** Net sales asked for, and made, on the days that have a target. */
  readonly target: MinorUnits;
  readonly targetedNetSales: MinorUnits;
  /** Stock that counts found missing, at cost, and net sales of the days with a stock record. */
  readonly shrinkCost: MinorUnits;
  readonly stockedNetSales: MinorUnits;
}

export interface StoreFigures extends StoreMeasures {
  readonly storeId: string;
}

export const NO_MEASURES: StoreMeasures = {
  netSales: minorUnits(0n),
  grossSales: minorUnits(0n),
  returns: minorUnits(0n),
  transactions: 0,
  units: 0,
  tradingDays: 0,
  costedNetSales: minorUnits(0n),
  cogs: minorUnits(0n),
  counterNetSales: minorUnits(0n),
  visits: 0,
  countedNetSales: minorUnits(0n),
  countedTransactions: 0,
  countedUnits: 0,
  labourHundredths: 0,
  staffedNetSales: minorUnits(0n),
  plannedHundredths: 0,
  workedOfPlannedHundredths: 0,
  target: minorUnits(0n),
  targetedNetSales: minorUnits(0n),
  shrinkCost: minorUnits(0n),
  stockedNetSales: minorUnits(0n),
};

/** The measures of stores together; null for none, which is not the same as nothing sold. */
export function sumMeasures(figures: readonly StoreMeasures[]): StoreMeasures | null {
  if (figures.length === 0) return null;
  const names = Object.keys(NO_MEASURES) as (keyof StoreMeasures)[];
  const total = (name: keyof StoreMeasures) =>
    typeof NO_MEASURES[name] === 'bigint'
      ? figures.reduce((sum, one) => sum + BigInt(one[name]), 0n)
      : figures.reduce((sum, one) => sum + Number(one[name]), 0);
  return Object.fromEntries(names.map((name) => [name, total(name)])) as unknown as StoreMeasures;
}
