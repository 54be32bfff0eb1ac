/** Customers by the period of their first purchase. */
export interface Cohort {
  /** Period of the first purchase, counted as the purchases' periods are. */
  readonly firstPeriod: number;
  readonly customers: number;
  /** Customers who bought in the period 0, 1, 2 … after the first; the first is all of them. */
  readonly returned: readonly number[];
  /** The same as shares, 0 to 1. */
  readonly retentionRate: readonly number[];
}

/**
 * Cohorts from purchases up to the last complete period; periods are whole numbers (months since any month, say). A
 * period not yet over is not in `returned`: a young cohort has a shorter row, not a row of zeros.
 */
export function cohortsOf(
  purchases: Iterable<{ readonly customer: string; readonly period: number }>,
  lastPeriod: number,
): Cohort[] {
  const periods = new Map<string, Set<number>>();
  for (const { customer, period } of purchases) {
    if (period > lastPeriod) continue;
    const own = periods.get(customer) ?? new Set<number>();
    periods.set(customer, own.add(period));
  }
  const cohorts = new Map<number, number[]>();
  for (const own of periods.values()) {
    const first = Math.min(...own);
    const returned = cohorts.get(first) ?? new Array<number>(lastPeriod - first + 1).fill(0);
    for (const period of own) returned[period - first] = (returned[period - first] ?? 0) + 1;
    cohorts.set(first, returned);
  }
  return [...cohorts]
    .sort(([one], [other]) => one - other)
    .map(([firstPeriod, returned]) => {
      const customers = returned[0] ?? 0;
      return { firstPeriod, customers, returned, retentionRate: returned.map((count) => count / customers) };
    });
}
