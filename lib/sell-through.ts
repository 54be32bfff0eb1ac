import { type CategoryStock, daysOfCover, sellThroughRate, totalStock } from './stock-health.ts';
import type { TableColumn } from './table-column.ts';

/** How much of what was there one category sold in 28 days, over the stores somebody sees. */
export interface CategorySellThrough {
  readonly category: string;
  readonly soldUnits: number;
  readonly openingUnits: number;
  readonly receivedUnits: number;
  readonly sellThrough: number | null;
  readonly daysOfCover: number | null;
  readonly outProducts: number;
}

export const SELL_THROUGH_COLUMNS: readonly TableColumn<CategorySellThrough>[] = [
  { id: 'category', title: 'Category', kind: 'text' },
  { id: 'sellThrough', title: 'Sell-through', kind: 'rate', metric: 'sellThroughRate' },
  { id: 'soldUnits', title: 'Sold', kind: 'count', bar: true },
  { id: 'openingUnits', title: 'On hand at the start', kind: 'count', wide: true, optional: true },
  { id: 'receivedUnits', title: 'Received', kind: 'count', wide: true, optional: true },
  { id: 'daysOfCover', title: 'Days of cover', kind: 'ratio', metric: 'daysOfCover', wide: true },
  { id: 'outProducts', title: 'Out', kind: 'count', wide: true },
];

export function sellThroughByCategory(rows: readonly CategoryStock[]): CategorySellThrough[] {
  return [...Map.groupBy(rows, ({ category }) => category)]
    .map(([category, own]) => {
      const all = totalStock(own);
      return {
        category: category || 'No category',
        soldUnits: all.soldUnits,
        openingUnits: all.openingUnits,
        receivedUnits: all.receivedUnits,
        sellThrough: sellThroughRate(all.soldUnits, {
          opening: all.openingUnits,
          received: all.receivedUnits,
        }),
        daysOfCover: daysOfCover(all.available, all.demandRate),
        outProducts: all.outProducts,
      };
    })
    .sort((a, b) => b.soldUnits - a.soldUnits);
}
