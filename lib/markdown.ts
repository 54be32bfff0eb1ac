import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';

/** One week of the schedule that clears a product's ageing stock. Money is ex tax. */
export interface MarkdownWeek {
  readonly productId: string;
  readonly productName: string;
  readonly category: string | null;
  readonly weekNumber: number;
  readonly weekFrom: BusinessDate;
  readonly priceNow: MinorUnits;
  readonly stock: number;
  readonly weeklyUnits: number;
  readonly weeksOfCover: number;
  readonly price: MinorUnits;
  readonly unitsLeft: number;
  readonly revenue: MinorUnits;
  readonly revenueOfDoingNothing: MinorUnits;
}

/** The weeks of one product, in their order, and what they bring in beside waiting. */
export interface MarkdownPlan {
  readonly first: MarkdownWeek;
  readonly weeks: readonly MarkdownWeek[];
  readonly gain: MinorUnits;
}

/** Plans by product, largest gain first. */
export function markdownPlans(rows: readonly MarkdownWeek[]): MarkdownPlan[] {
  return [...Map.groupBy(rows, ({ productId }) => productId).values()]
    .flatMap((own) => {
      const weeks = own.toSorted((a, b) => a.weekNumber - b.weekNumber);
      const [first] = weeks;
      return first
        ? [{ first, weeks, gain: (first.revenue - first.revenueOfDoingNothing) as MinorUnits }]
        : [];
    })
    .sort((a, b) => Number(b.gain - a.gain));
}
