import type { MinorUnits } from './money.ts';

/** Customers of one first fiscal period in one period after it. */
export interface CohortCell {
  readonly firstYear: number;
  readonly firstPeriod: number;
  /** 0 is the period of the first purchase itself. */
  readonly since: number;
  readonly customers: number;
  readonly active: number;
  readonly netSales: MinorUnits;
}

export interface CohortRow {
  /** `P9 2025`: fiscal, as the chain counts. */
  readonly title: string;
  readonly customers: number;
  /** Share who bought so many periods after, 0 to 1; as many as are over. */
  readonly retention: readonly number[];
}

/** Rows of the heatmap, oldest first. A period that is not over has no cell, rather than an empty one. */
export function cohortRows(cells: readonly CohortCell[]): CohortRow[] {
  const rows = Map.groupBy(cells, ({ firstYear, firstPeriod }) => firstYear * 12 + firstPeriod);
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([, own]) => {
      const ordered = own.toSorted((one, other) => one.since - other.since);
      const [first] = ordered;
      return {
        title: `P${first?.firstPeriod} ${first?.firstYear}`,
        customers: first?.customers ?? 0,
        retention: ordered.map(({ active, customers }) => (customers === 0 ? 0 : active / customers)),
      };
    });
}
