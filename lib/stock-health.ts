import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';

/** out: nothing there; low: runs out before an order placed now could come; over: more than is needed for long; dead: no sale in 91 days. */
export const STOCK_STATES = {
  out: 'Out of stock',
  low: 'Runs out too soon',
  fine: 'In order',
  over: 'Too much',
  dead: 'Dead stock',
} as const;
export type StockState = keyof typeof STOCK_STATES;

/** The stock of one category in one store. Units of categories may be added up; days may not. */
export interface CategoryStock {
  readonly storeId: string;
  readonly storeName: string;
  readonly category: string;
  readonly products: number;
  readonly outProducts: number;
  readonly lowProducts: number;
  readonly overProducts: number;
  readonly deadProducts: number;
  readonly available: number;
  /** Units expected to be wanted on a day. */
  readonly demandRate: number;
  readonly excessUnits: number;
  readonly orderLines: number;
  readonly orderUnits: number;
  readonly soldUnits: number;
  readonly openingUnits: number;
  readonly receivedUnits: number;
  readonly lostSales: MinorUnits;
}

/** The stock of one product in one store, against what is expected of it. */
export interface ProductStock {
  readonly storeId: string;
  readonly storeName: string;
  readonly productId: string;
  readonly productName: string;
  readonly available: number;
  readonly demandRate: number;
  readonly daysOfCover: number | null;
  readonly state: string;
  readonly runsOutOn: BusinessDate | null;
}

/** Days that units last at the forecast rate; null where nothing is wanted. */
export function daysOfCover(available: number, demandRate: number): number | null {
  return demandRate > 0 ? Math.max(0, available) / demandRate : null;
}

/** Units sold ÷ (opening + received); null where nothing was there to sell. */
export function sellThroughRate(
  sold: number,
  { opening, received }: { opening: number; received: number },
): number | null {
  return opening + received > 0 ? sold / (opening + received) : null;
}

/** The same stock over several stores or categories: units are sums, so rates can be taken of them. */
export function totalStock(rows: readonly CategoryStock[]) {
  const sum = (of: (row: CategoryStock) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    products: sum(({ products }) => products),
    outProducts: sum(({ outProducts }) => outProducts),
    lowProducts: sum(({ lowProducts }) => lowProducts),
    available: sum(({ available }) => available),
    demandRate: sum(({ demandRate }) => demandRate),
    excessUnits: sum(({ excessUnits }) => excessUnits),
    orderLines: sum(({ orderLines }) => orderLines),
    orderUnits: sum(({ orderUnits }) => orderUnits),
    soldUnits: sum(({ soldUnits }) => soldUnits),
    openingUnits: sum(({ openingUnits }) => openingUnits),
    receivedUnits: sum(({ receivedUnits }) => receivedUnits),
    lostSales: rows.reduce((total, row) => total + row.lostSales, 0n) as MinorUnits,
  };
}

/** How many products of each kind there are, by the two classes. */
export interface StockClass {
  readonly abc: string;
  readonly xyz: string;
  readonly products: number;
  readonly demand30Days: number;
}
