import type { BusinessDate } from './business-date.ts';
import { FEWEST_PEERS, peersOf, type StoreProfile } from './peer-group.ts';
import {
  type Benchmark,
  benchmark,
  type Estimate,
  type RatioMoments,
  rareEstimates,
  ratioEstimate,
} from './ratio-estimate.ts';
import type { StockLevels } from './stock-levels.ts';
import type { StoreMeasures } from './store-figures.ts';
import * as rates from './store-rates.ts';

/** Sums over the trading days of a store: of its figures, of their squares and products; amounts in major units. */
export interface StoreMoments {
  readonly storeId: string;
  readonly days: number;
  readonly net: number;
  readonly netNet: number;
  readonly tickets: number;
  readonly ticketsTickets: number;
  readonly netTickets: number;
  readonly units: number;
  readonly unitsUnits: number;
  readonly unitsTickets: number;
  readonly countedDays: number;
  readonly visits: number;
  readonly visitsVisits: number;
  readonly counted: number;
  readonly countedCounted: number;
  readonly countedVisits: number;
  readonly staffedDays: number;
  readonly staffedNet: number;
  readonly staffedNetNet: number;
  readonly hours: number;
  readonly hoursHours: number;
  readonly netHours: number;
  readonly stockedDays: number;
  readonly missing: number;
  readonly missingMissing: number;
  readonly netMissing: number;
}

/** What stores are held against each other by, in the order of the page; money in minor units. */
export const BENCHMARK_METRICS = [
  'salesDensity',
  'conversionRate',
  'atv',
  'upt',
  'salesPerLabourHour',
  'availability',
  'shrinkRate',
  'gmroi',
] as const;
export type BenchmarkMetric = (typeof BENCHMARK_METRICS)[number];

/** These are counts of everything there is, not samples of days: they have no interval. */
export const WITHOUT_INTERVAL: ReadonlySet<BenchmarkMetric> = new Set(['availability', 'gmroi']);

export interface StoreToRank {
  readonly profile: StoreProfile;
  readonly measures: StoreMeasures;
  readonly moments: StoreMoments | null;
  readonly levels: StockLevels | null;
}

export interface RankedStore extends StoreToRank {
  readonly peers: readonly StoreProfile[];
  /** As counted; null where it is not known. */
  readonly values: Readonly<Record<BenchmarkMetric, number | null>>;
  /** Against its peers; null where too few of them know it. */
  readonly benchmarks: Readonly<Record<BenchmarkMetric, Benchmark | null>>;
}

/** Holds each store against its own peers among the stores given. */
export function rankStores(stores: readonly StoreToRank[], asOf: BusinessDate): RankedStore[] {
  const profiles = stores.map(({ profile }) => profile);
  const shrink = rareEstimates(
    stores.map(({ moments, profile }) => momentsOf('shrinkRate', moments ?? NO_MOMENTS, profile)),
  );
  const estimates = new Map(
    stores.map((store, at) => [store.profile.storeId, estimatesOf(store, shrink[at] ?? null)]),
  );
  return stores.map((store) => {
    const peers = peersOf(store.profile, profiles, asOf);
    const own = estimates.get(store.profile.storeId);
    const held = (metric: BenchmarkMetric) => {
      const theirs = peers.flatMap(({ storeId }) => estimates.get(storeId)?.[metric] ?? []);
      const mine = own?.[metric];
      return mine && theirs.length >= FEWEST_PEERS ? benchmark(mine, theirs) : null;
    };
    return { ...store, peers, values: valuesOf(store), benchmarks: forEach(held) };
  });
}

function forEach<Value>(value: (metric: BenchmarkMetric) => Value): Record<BenchmarkMetric, Value> {
  return Object.fromEntries(BENCHMARK_METRICS.map((metric) => [metric, value(metric)])) as Record<
    BenchmarkMetric,
    Value
  >;
}

function valuesOf({ profile, measures, levels }: StoreToRank): Record<BenchmarkMetric, number | null> {
  return {
    salesDensity: rates.salesDensity(measures, profile.sellingAreaM2),
    conversionRate: rates.conversionRate(measures),
    atv: rates.atvOf(measures),
    upt: rates.uptOf(measures),
    salesPerLabourHour: rates.salesPerLabourHour(measures),
    availability: levels && rates.availability(levels.inStock, levels.ranged),
    shrinkRate: rates.shrinkRate(measures),
    gmroi: levels && rates.gmroi(levels.margin, levels.averageStock, levels.marginDays),
  };
}

/** Each rate with its standard error, from how its days lie about it. */
function estimatesOf(store: StoreToRank, shrink: Estimate | null): Record<BenchmarkMetric, Estimate | null> {
  const values = valuesOf(store);
  return forEach((metric) => {
    const value = values[metric];
    if (value === null) return null;
    if (WITHOUT_INTERVAL.has(metric)) return { value, error: 0 };
    const own = () => store.moments && ratioEstimate(momentsOf(metric, store.moments, store.profile));
    const estimate = metric === 'shrinkRate' ? shrink : own();
    // The value is the exact one; the moments are of whole units and say its error, in the same proportion.
    return estimate && { value, error: estimate.error * (MINOR.has(metric) ? 100 : 1) };
  });
}

const MINOR: ReadonlySet<BenchmarkMetric> = new Set(['salesDensity', 'atv', 'salesPerLabourHour']);

const NO_MOMENTS: StoreMoments = Object.freeze({
  ...{ storeId: '', days: 0, net: 0, netNet: 0, tickets: 0, ticketsTickets: 0, netTickets: 0 },
  ...{ units: 0, unitsUnits: 0, unitsTickets: 0, countedDays: 0, visits: 0, visitsVisits: 0, counted: 0 },
  ...{ countedCounted: 0, countedVisits: 0, staffedDays: 0, staffedNet: 0, staffedNetNet: 0, hours: 0 },
  ...{ hoursHours: 0, netHours: 0, stockedDays: 0, missing: 0, missingMissing: 0, netMissing: 0 },
});

function momentsOf(metric: BenchmarkMetric, m: StoreMoments, { sellingAreaM2 }: StoreProfile): RatioMoments {
  const area = (sellingAreaM2 ?? 0) / 7;
  switch (metric) {
    case 'conversionRate':
      return {
        ...{ days: m.countedDays, y: m.counted, x: m.visits },
        ...{ yy: m.countedCounted, xy: m.countedVisits, xx: m.visitsVisits },
      };
    case 'atv':
      return { days: m.days, y: m.net, x: m.tickets, yy: m.netNet, xy: m.netTickets, xx: m.ticketsTickets };
    case 'upt':
      return {
        ...{ days: m.days, y: m.units, x: m.tickets },
        ...{ yy: m.unitsUnits, xy: m.unitsTickets, xx: m.ticketsTickets },
      };
    case 'salesPerLabourHour':
      return {
        ...{ days: m.staffedDays, y: m.staffedNet, x: m.hours },
        ...{ yy: m.staffedNetNet, xy: m.netHours, xx: m.hoursHours },
      };
    case 'shrinkRate':
      return {
        ...{ days: m.stockedDays, y: m.missing, x: m.net },
        ...{ yy: m.missingMissing, xy: m.netMissing, xx: m.netNet },
      };
    default:
      return {
        days: m.days,
        y: m.net,
        x: m.days * area,
        yy: m.netNet,
        xy: m.net * area,
        xx: m.days * area ** 2,
      };
  }
}
