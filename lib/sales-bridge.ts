import { type MinorUnits, minorUnits } from './money.ts';
import { roundToTotal, shapley } from './shapley.ts';
import { NO_MEASURES, type StoreFigures, type StoreMeasures } from './store-figures.ts';

/** What may move sales from a basis to a period. */
export const BRIDGE_PARTS = {
  traffic: { title: 'Traffic', says: 'More or fewer people at the door.' },
  conversion: { title: 'Conversion', says: 'More or fewer of them bought over the counter.' },
  upt: { title: 'Units per transaction', says: 'Those who bought took more or fewer units.' },
  aur: { title: 'Average unit retail', says: 'A unit brought more or less money.' },
  volume: { title: 'Volume', says: 'More or fewer units, all products alike.' },
  mix: { title: 'Mix', says: 'Dearer or cheaper products among those units.' },
  price: { title: 'Price', says: 'The same products at higher or lower prices, discounts taken off.' },
  range: { title: 'Range', says: 'Products that sold in one of the two periods only.' },
  online: { title: 'Online', says: 'Orders that pass no door.' },
  uncounted: { title: 'Not counted at the door', says: 'Counter sales of days without a count of people.' },
  newStores: { title: 'New stores', says: 'Stores that did not trade in the basis.' },
  closedStores: { title: 'Closed stores', says: 'Stores that traded in the basis only.' },
} as const;
export type BridgePartName = keyof typeof BRIDGE_PARTS;

export interface BridgePart {
  readonly name: BridgePartName;
  readonly amount: MinorUnits;
}

/** From the sales of a basis to those of a period. The parts sum to the difference, to the penny. */
export interface SalesBridge {
  readonly from: MinorUnits;
  readonly to: MinorUnits;
  readonly parts: readonly BridgePart[];
}

/** A store's measures in the period and in the basis, with nothing where it has none. */
export interface StorePair {
  readonly storeId: string;
  readonly now: StoreMeasures;
  readonly before: StoreMeasures;
}

export function pairStores(period: readonly StoreFigures[], basis: readonly StoreFigures[]): StorePair[] {
  const ids = [...new Set([...period, ...basis].map(({ storeId }) => storeId))].sort();
  const find = (figures: readonly StoreFigures[], id: string): StoreMeasures =>
    figures.find(({ storeId }) => storeId === id) ?? NO_MEASURES;
  return ids.map((storeId) => ({ storeId, now: find(period, storeId), before: find(basis, storeId) }));
}

/** Whether a store traded in both: only of such can it be said why they sold more or less. */
export function continues({ now, before }: StorePair): boolean {
  return now.tradingDays > 0 && before.tradingDays > 0;
}

/** Sales over the counter are traffic × conversion × UPT × AUR, store by store; what passes no door stands beside it. */
export function trafficBridge(pairs: readonly StorePair[]): SalesBridge {
  const drivers = [0, 0, 0, 0];
  const beside = { online: 0n, uncounted: 0n };
  let driven = 0n;
  for (const pair of pairs.filter(continues)) {
    const { now, before } = pair;
    const moved = now.countedNetSales - before.countedNetSales;
    beside.online += now.netSales - now.counterNetSales - (before.netSales - before.counterNetSales);
    beside.uncounted += now.counterNetSales - before.counterNetSales - moved;
    const [to, from] = [driversOf(now), driversOf(before)];
    if (!to || !from) beside.uncounted += moved;
    else {
      driven += moved;
      const gains = shapley(4, (changed) => product(to, from, changed));
      for (const [at, gain] of gains.entries()) drivers[at] = (drivers[at] ?? 0) + gain;
    }
  }
  const [traffic = 0n, conversion = 0n, upt = 0n, aur = 0n] = roundToTotal(drivers, driven);
  return bridge(pairs, { traffic, conversion, upt, aur, ...beside });
}

type Drivers = readonly [visits: number, conversion: number, upt: number, aur: number];

/** Null where one of them is not defined: then nothing can be said of the others. */
function driversOf(store: StoreMeasures): Drivers | null {
  const { visits, countedTransactions, countedUnits, countedNetSales } = store;
  if (visits <= 0 || countedTransactions <= 0 || countedUnits <= 0) return null;
  return [
    visits,
    countedTransactions / visits,
    countedUnits / countedTransactions,
    Number(countedNetSales) / countedUnits,
  ];
}

function product(to: Drivers, from: Drivers, changed: number): number {
  return to.reduce((value, driver, at) => value * (changed & (1 << at) ? driver : (from[at] ?? 0)), 1);
}

/** Products that sold in both periods, over the stores that traded in both; money in minor units. */
export interface PriceAndVolume {
  readonly netSales: MinorUnits;
  readonly basisNetSales: MinorUnits;
  readonly units: number;
  readonly basisUnits: number;
  /** The units of the period at the average prices of the basis, product by product. */
  readonly unitsAtBasisPrices: MinorUnits;
  /** The units of the basis at the average prices of the period. */
  readonly basisUnitsAtPrices: MinorUnits;
}

/** Sales are volume × mix × price; null where nothing sold in both periods, so that none of the three is defined. */
export function priceBridge(pairs: readonly StorePair[], sold: PriceAndVolume): SalesBridge | null {
  const { units, basisUnits } = sold;
  if (units <= 0 || basisUnits <= 0) return null;
  // Average value of a unit, by whose mix (first) and whose prices (second).
  const unit = {
    thenThen: Number(sold.basisNetSales) / basisUnits,
    nowThen: Number(sold.unitsAtBasisPrices) / units,
    thenNow: Number(sold.basisUnitsAtPrices) / basisUnits,
    nowNow: Number(sold.netSales) / units,
  };
  const gains = shapley(3, (changed) => {
    const mix = changed & 2 ? 'now' : 'then';
    const price = changed & 4 ? 'Now' : 'Then';
    return (changed & 1 ? units : basisUnits) * unit[`${mix}${price}`];
  });
  const moved = sold.netSales - sold.basisNetSales;
  const [volume = 0n, mix = 0n, price = 0n] = roundToTotal(gains, moved);
  const all = pairs
    .filter(continues)
    .reduce((sum, { now, before }) => sum + now.netSales - before.netSales, 0n);
  return bridge(pairs, { volume, mix, price, range: all - moved });
}

/** Adds the stores that came and went. Parts that can be left out are, where they are nothing. */
function bridge(
  pairs: readonly StorePair[],
  parts: Readonly<Partial<Record<BridgePartName, bigint>>>,
): SalesBridge {
  const moved = (which: readonly StorePair[]) =>
    which.reduce((sum, { now, before }) => sum + now.netSales - before.netSales, 0n);
  const gone = pairs.filter((pair) => !continues(pair) && pair.now.tradingDays === 0);
  const come = pairs.filter((pair) => !continues(pair) && pair.now.tradingDays > 0);
  const all = { ...parts, newStores: moved(come), closedStores: moved(gone) };
  const total = (side: 'now' | 'before') => pairs.reduce((sum, pair) => sum + pair[side].netSales, 0n);
  return {
    from: minorUnits(total('before')),
    to: minorUnits(total('now')),
    parts: (Object.entries(all) as [BridgePartName, bigint][])
      .filter(([name, amount]) => amount !== 0n || !SELDOM.has(name))
      .map(([name, amount]) => ({ name, amount: minorUnits(amount) })),
  };
}

const SELDOM: ReadonlySet<BridgePartName> = new Set([
  'online',
  'uncounted',
  'newStores',
  'closedStores',
  'range',
]);
