import { MARKDOWN_RULES, PRICE_RULES } from '#lib/price-guardrails.ts';
import type { markdownSchedule as table } from '#server/gold/tables/gold-prices.ts';
import type { ScienceRow } from '../gold/science-step.ts';
import { markdownSchedule } from './markdown-schedule.ts';
import { beliefOf, expectedUnits, isUsable, type PriceStudy } from './price-study.ts';

/** Units are sold in lots of so many that no product has more lots: the programme's work grows with their square. */
const MOST_LOTS = 150;
const DAY_MS = 86_400_000;

/** Rows of gold.markdown_schedule of one product; none where its stock is not ageing. */
export function markdownRows(study: PriceStudy): ScienceRow<typeof table>[] {
  const { facts } = study;
  const { price, cost, onHand } = facts;
  const belief = beliefOf(study);
  const weekly = (7 * expectedUnits(study)) / PRICE_RULES.horizonDays;
  const { weeksOfCover, leastUnits, weeks, salvageOfCost } = MARKDOWN_RULES;
  if (price === null || cost === null || !belief || !isUsable(study)) return [];
  if (onHand < leastUnits || !(weekly > 0) || onHand / weekly < weeksOfCover) return [];
  const lot = Math.ceil(onHand / MOST_LOTS);
  const salvage = Math.round(salvageOfCost * cost);
  const plan = markdownSchedule({
    stock: Math.round(onHand / lot),
    ...{ price, salvage, elasticity: belief },
    ladder: ladderBelow(price),
    demand: Array.from({ length: weeks }, () => weekly / lot),
  });
  return plan.prices.map((priceOfWeek, week) => ({
    product_id: facts.productId,
    week_number: week + 1,
    as_of_date: facts.asOf,
    week_from: new Date(Date.parse(facts.asOf) + (1 + 7 * week) * DAY_MS).toISOString().slice(0, 10),
    price_now: price / 100,
    unit_cost: cost / 100,
    stock: onHand,
    weekly_units: weekly,
    weeks_of_cover: onHand / weekly,
    price: priceOfWeek / 100,
    units_left: (plan.left[week] as number) * lot,
    salvage_value: salvage / 100,
    revenue: (plan.revenue * lot) / 100,
    revenue_of_doing_nothing: (plan.revenueOfDoingNothing * lot) / 100,
  }));
}

/** Prices with an ending that is used, at or below each step of the reductions, descending. */
function ladderBelow(price: number): number[] {
  const steps = MARKDOWN_RULES.reductions.map((reduction) => {
    let cents = Math.floor(price * (1 - reduction));
    while (cents > 0 && !(PRICE_RULES.endings as readonly number[]).includes(cents % 100)) cents--;
    return cents;
  });
  return [...new Set(steps)].filter((cents) => cents > 0 && cents < price);
}
