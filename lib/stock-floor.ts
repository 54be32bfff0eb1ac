import type { DayCurve } from './pacing.ts';
import { usualShareBy } from './pacing.ts';
import { phantomStockScore } from './phantom-stock.ts';

/** What is known of one product on one store's shelf at the last close. */
export interface ShelfProduct {
  readonly productId: string;
  readonly productName: string;
  readonly category: string;
  /** Units on hand by the record. */
  readonly onHand: number;
  readonly onOrder: number;
  /** Of the last 28 days: units sold, and the days that closed with stock. */
  readonly sold: number;
  readonly daysInStock: number;
  /** Days from its last sale to the last closed date; null where it never sold. */
  readonly idleDays: number | null;
  /** Price of one unit, minor units; null where it is not known. */
  readonly price: number | null;
  /** Days from order to delivery. */
  readonly leadTimeDays: number;
}

/** A product and how it stands now. */
export interface ShelfState extends ShelfProduct {
  readonly onHandNow: number;
  /** Units wanted on a usual day, by what sold on days with stock. */
  readonly rate: number;
  /** Minutes since the midnight that begins the business date, at which it runs out today; null where it lasts longer. */
  readonly runsOutAt: number | null;
  /** Days it lasts; null where nobody wants it. */
  readonly daysOfCover: number | null;
  /** Net sales expected to be lost before a delivery ordered now could come, minor units. */
  readonly atStake: number;
  /** Chance that the record is wrong and the shelf is empty, 0 to 1. */
  readonly phantomScore: number;
}

/** One category of one store on the heatmap. */
export interface StockCell {
  readonly category: string;
  readonly products: number;
  /** Wanted products with nothing left. */
  readonly soldOut: number;
  /** Σ on hand ÷ Σ rate; null where nothing of it is wanted. */
  readonly daysOfCover: number | null;
  /** Days from order to delivery, as its demand weighs them; null where nothing of it is wanted. */
  readonly leadTimeDays: number | null;
  readonly atStake: number;
}

export interface StockFloor {
  readonly storeId: string;
  /** Store-local time of the latest event it includes; null before the first. */
  readonly eventTime: string | null;
  readonly cells: readonly StockCell[];
  /** Most at stake first. */
  readonly runningOut: readonly ShelfRow[];
  /** Most likely sale lost first. */
  readonly phantoms: readonly ShelfRow[];
}

/** A product as a list shows it. */
export type ShelfRow = Pick<
  ShelfState,
  | 'productId'
  | 'productName'
  | 'category'
  | 'onHandNow'
  | 'onOrder'
  | 'daysOfCover'
  | 'runsOutAt'
  | 'atStake'
  | 'phantomScore'
  | 'idleDays'
>;

/** A slow mover that once sold on two days says little of its rate. */
const FEWEST_SOLD = 4;
const ROWS = 40;
/** More likely gone than there. */
const SUSPECT = 0.5;

/**
 * How a product stands now.
 * @param moved units by which today moved it, negative where it sold
 * @param minute minutes since the midnight that begins the business date
 */
export function shelfState(
  product: ShelfProduct,
  moved: number,
  { curves, minute }: { curves: readonly DayCurve[]; minute: number },
): ShelfState {
  const { onHand, sold, daysInStock, leadTimeDays, price, idleDays } = product;
  const onHandNow = Math.max(0, onHand + moved);
  const rate = sold >= FEWEST_SOLD && daysInStock > 0 ? sold / daysInStock : 0;
  const share = usualShareBy(curves, minute);
  const leftToday = rate * Math.max(0, 1 - share);
  const wanted = leftToday + rate * Math.max(0, leadTimeDays - 1);
  const daysOfCover = rate > 0 ? onHandNow / rate : null;
  const idle = moved < 0 ? 0 : (idleDays ?? 0) + share;
  return {
    ...product,
    onHandNow,
    rate,
    daysOfCover,
    runsOutAt: rate > 0 && onHandNow <= leftToday ? minuteOf(curves, share + onHandNow / rate, minute) : null,
    atStake: Math.round(Math.max(0, wanted - onHandNow) * (price ?? 0)),
    phantomScore: phantomStockScore(onHandNow, rate, idle),
  };
}

/** The first minute by which that share of a usual day is in. */
function minuteOf(curves: readonly DayCurve[], share: number, from: number): number {
  for (let minute = from; minute < 48 * 60; minute += 5)
    if (usualShareBy(curves, minute) >= share) return minute;
  return 24 * 60;
}

/** The shelves of one store by category, and what of them wants somebody's hands. */
export function stockFloor(
  storeId: string,
  eventTime: string | null,
  shelves: readonly ShelfState[],
): StockFloor {
  const cells = [...Map.groupBy(shelves, ({ category }) => category)].map(([category, own]): StockCell => {
    const wanted = own.filter(({ rate }) => rate > 0);
    const rate = wanted.reduce((sum, it) => sum + it.rate, 0);
    return {
      category,
      products: own.length,
      soldOut: wanted.filter(({ onHandNow }) => onHandNow === 0).length,
      daysOfCover: rate > 0 ? wanted.reduce((sum, { onHandNow }) => sum + onHandNow, 0) / rate : null,
      leadTimeDays: rate > 0 ? wanted.reduce((sum, it) => sum + it.rate * it.leadTimeDays, 0) / rate : null,
      atStake: own.reduce((sum, { atStake }) => sum + atStake, 0),
    };
  });
  const running = shelves.filter(({ rate, atStake }) => rate > 0 && atStake > 0);
  const suspects = shelves.filter(({ phantomScore }) => phantomScore >= SUSPECT);
  return {
    storeId,
    eventTime,
    cells: cells.sort((a, b) => a.category.localeCompare(b.category)),
    runningOut: running
      .sort((a, b) => b.atStake - a.atStake)
      .slice(0, ROWS)
      .map(rowOf),
    phantoms: suspects
      .sort((a, b) => lostADay(b) - lostADay(a))
      .slice(0, ROWS)
      .map(rowOf),
  };
}

/** Net sales lost on a day while a phantom stands uncounted, minor units. */
function lostADay({ phantomScore, rate, price }: ShelfState): number {
  return phantomScore * rate * (price ?? 0);
}

function rowOf(state: ShelfState): ShelfRow {
  const { productId, productName, category, onHandNow, onOrder, daysOfCover, runsOutAt } = state;
  const { atStake, phantomScore, idleDays } = state;
  const named = { productId, productName, category, onHandNow, onOrder, daysOfCover, runsOutAt };
  return { ...named, atStake, phantomScore, idleDays };
}
