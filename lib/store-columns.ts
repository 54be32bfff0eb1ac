import { METRICS, type MetricDefinition } from './metrics.ts';
import { type MinorUnits, minorUnits } from './money.ts';
import type { RegionFigures } from './region-figures.ts';
import { relativeChange } from './sales.ts';
import { BRIDGE_PARTS, type SalesBridge } from './sales-bridge.ts';
import type { BenchmarkMetric, RankedStore } from './store-benchmarks.ts';
import type { StoreAgainstTarget } from './store-extremes.ts';
import { grossMargin, grossMarginRate, varianceToTargetRate } from './store-rates.ts';
import type { ColumnKind, TableColumn } from './table-column.ts';

/* The tables that hold stores, and regions of stores, against each other, as files and as JSON. */

const NET_SALES = { id: 'netSales', title: 'Net sales', kind: 'money', metric: 'netSales' } as const;
const CHANGE = { id: 'change', title: 'Change', kind: 'change', metric: 'netSales' } as const;
const TARGET = { id: 'target', title: 'Target', kind: 'money' } as const;
const VARIANCE = { id: 'variance', title: METRICS.varianceToTarget.title, kind: 'change' } as const;
const STORE = { id: 'storeName', title: 'Store', kind: 'text', detail: 'storeId' } as const;
const REGION = { id: 'region', title: 'Region', kind: 'text' } as const;

export interface RegionRow {
  readonly region: string;
  readonly stores: number;
  readonly netSales: MinorUnits | null;
  readonly change: number | null;
  readonly comparable: number | null;
  readonly target: MinorUnits | null;
  readonly variance: number | null;
  readonly grossMargin: MinorUnits | null;
  readonly grossMarginRate: number | null;
}

export const REGION_COLUMNS: readonly TableColumn<RegionRow>[] = [
  REGION,
  { id: 'stores', title: 'Stores', kind: 'count' },
  NET_SALES,
  CHANGE,
  { id: 'comparable', title: 'Comparable sales', kind: 'change' },
  TARGET,
  VARIANCE,
];

/** For those who may see margins. */
export const REGION_MARGIN_COLUMNS: readonly TableColumn<RegionRow>[] = [
  { id: 'grossMargin', title: 'Gross margin', kind: 'money' },
  { id: 'grossMarginRate', title: 'Gross margin rate', kind: 'rate' },
];

/** @param compared the days that have a counterpart, and `comparable` the same of comparable stores; empty without a fair basis */
export function regionRows(
  rows: readonly RegionFigures[],
  compared: readonly RegionFigures[],
  comparable: readonly RegionFigures[],
): RegionRow[] {
  const changeIn = (regions: readonly RegionFigures[], name: string) => {
    const found = regions.find(({ region }) => region === name);
    return found ? relativeChange(found.now?.netSales ?? null, found.before?.netSales ?? null) : null;
  };
  return rows.map(({ region, stores, now }) => ({
    ...{ region, stores, netSales: now?.netSales ?? null },
    change: changeIn(compared, region),
    comparable: changeIn(comparable, region),
    target: now && now.target !== 0n ? now.target : null,
    variance: now && varianceToTargetRate(now),
    grossMargin: now && grossMargin(now),
    grossMarginRate: now && grossMarginRate(now),
  }));
}

export type TargetRow = StoreAgainstTarget & {
  readonly storeName: string;
  readonly region: string;
  readonly target: MinorUnits;
};

/** Every store against its target, the best first. */
export const TARGET_COLUMNS: readonly TableColumn<TargetRow>[] = [
  STORE,
  REGION,
  NET_SALES,
  TARGET,
  VARIANCE,
  CHANGE,
];

export interface BridgeRow {
  readonly part: string;
  readonly meaning: string;
  readonly amount: MinorUnits;
}

export const BRIDGE_COLUMNS: readonly TableColumn<BridgeRow>[] = [
  { id: 'part', title: 'Part', kind: 'text' },
  { id: 'meaning', title: 'Meaning', kind: 'text' },
  { id: 'amount', title: 'Amount', kind: 'money' },
];

/** From the basis through the parts to the period. */
export function bridgeRows({ from, to, parts }: SalesBridge): BridgeRow[] {
  return [
    { part: 'Basis', meaning: 'Net sales of the days it is compared with.', amount: from },
    ...parts.map(({ name, amount }) => ({
      part: BRIDGE_PARTS[name].title,
      meaning: BRIDGE_PARTS[name].says,
      amount,
    })),
    { part: 'This period', meaning: 'The sum of what stands above.', amount: to },
  ];
}

export type BenchmarkTableRow = Readonly<
  Record<string, string | number | MinorUnits | null> & { netSales: MinorUnits | null }
>;

const KINDS: Readonly<Record<MetricDefinition['unit'], ColumnKind>> = {
  money: 'money',
  rate: 'rate',
  ratio: 'ratio',
  hours: 'ratio',
  count: 'count',
};

/** Every figure of every store; beside each the mean of its peers and whether it can be told from it. */
export function benchmarkColumns(
  metrics: readonly BenchmarkMetric[],
): readonly TableColumn<BenchmarkTableRow>[] {
  return [
    STORE,
    REGION,
    { id: 'format', title: 'Format', kind: 'text' },
    NET_SALES,
    CHANGE,
    VARIANCE,
    { id: 'labour', title: METRICS.labourAgainstPlan.title, kind: 'change' },
    ...metrics.flatMap((metric): TableColumn<BenchmarkTableRow>[] => {
      const { title, unit } = METRICS[metric];
      return [
        { id: metric, title, kind: KINDS[unit] },
        { id: `${metric}Peers`, title: `${title}, peers`, kind: KINDS[unit] },
        { id: `${metric}Stands`, title: `${title} against peers`, kind: 'text' },
      ];
    }),
  ];
}

/** The figures of a ranked store under the names of these columns. */
export function benchmarkFigures(
  { values, benchmarks }: RankedStore,
  metrics: readonly BenchmarkMetric[],
): Readonly<Record<string, string | number | MinorUnits | null>> {
  return Object.fromEntries(
    metrics.flatMap((metric) => [
      [metric, figure(metric, values[metric])],
      [`${metric}Peers`, figure(metric, benchmarks[metric]?.peers ?? null)],
      [`${metric}Stands`, benchmarks[metric]?.stands ?? null],
    ]),
  );
}

/** Money per something has a fraction of a minor unit; a file rounds it as the screen does. */
function figure(metric: BenchmarkMetric, value: number | null): number | MinorUnits | null {
  if (value === null || METRICS[metric].unit !== 'money') return value;
  return minorUnits(BigInt(Math.round(value)));
}
