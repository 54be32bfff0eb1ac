import type { StockCell, StockFloor } from './stock-floor.ts';

/**
 * How soon a cell wants goods: it does not last until a delivery ordered now could come, it lasts no more than half as long
 * again, or longer; none where nothing of it is wanted.
 */
export type Heat = 'short' | 'low' | 'fine' | 'none';

export function heatOf({ daysOfCover, leadTimeDays }: Pick<StockCell, 'daysOfCover' | 'leadTimeDays'>): Heat {
  if (daysOfCover === null || leadTimeDays === null) return 'none';
  if (daysOfCover < leadTimeDays) return 'short';
  return daysOfCover < 1.5 * leadTimeDays ? 'low' : 'fine';
}

/** Categories that any store holds, by name. */
export function categoriesOf(floors: readonly StockFloor[]): string[] {
  return [...new Set(floors.flatMap(({ cells }) => cells.map(({ category }) => category)))].sort();
}

/** `12`, `4.5`: whole days from ten on. */
export function coverInDays(days: number | null): string {
  if (days === null) return '–';
  return days >= 10 ? String(Math.round(days)) : days.toFixed(1);
}

/** A cell as it is heard: `Kitchen in Leeds: 4.5 days of cover, 2 of 34 products sold out`. */
export function cellInWords(store: string, { category, daysOfCover, soldOut, products }: StockCell): string {
  const cover = daysOfCover === null ? 'nothing wanted' : `${coverInDays(daysOfCover)} days of cover`;
  const out = soldOut > 0 ? `, ${soldOut} of ${products} products sold out` : '';
  return `${category} in ${store}: ${cover}${out}`;
}
