import { CATALOGUE_SIZE } from './catalogue.ts';
import { type ChainPlan, DEFAULT_CHAIN } from './chain-plan.ts';

/** Products that the largest stores have room for. */
const MOST_RANGED = 950;
/** Share of its room that a store of a large catalogue keeps for what is most wanted everywhere. */
const CORE_SHARE = 0.5;
/** More choice brings more trade, but less and less. */
const TRADE_OF_CHOICE = 0.7;

/** Products that the largest store of a plan holds. */
export function roomOf({ products }: ChainPlan): number {
  return Math.min(products, MOST_RANGED);
}

/** How the trade of a store of this plan stands to one of chain S, for the choice it offers. */
export function tradeOfChoice(plan: ChainPlan): number {
  if (plan.products <= CATALOGUE_SIZE) return plan.products / DEFAULT_CHAIN.products;
  return (roomOf(plan) / DEFAULT_CHAIN.products) ** TRADE_OF_CHOICE;
}

/**
 * SELECT of the products a store has room for, the share of its trade that each draws on an average day, and local
 * taste. Of more products than the largest store can hold every store has those most wanted and a choice of its own.
 */
export function rangeSql(plan: ChainPlan): string {
  return `
  SELECT store_code, item_code, supplier_code, pack_size, lead_time_days,
    (0.7 + 0.6 * uniform('taste', concat(store_code, item_code))) / sum(pull) OVER (PARTITION BY store_code) AS taste
  FROM ${plan.products <= MOST_RANGED ? WHOLE_RANGE : sparseRange(plan)}
  JOIN suppliers USING (supplier_code)`;
}

const COUNTED = '(SELECT *, count(*) OVER (PARTITION BY category) AS in_category FROM product_list)';

const WHOLE_RANGE = `store_list JOIN ${COUNTED}
    ON popularity < ceil(in_category * range_share)`;

/** What sells well elsewhere is chosen more often, but everything by somebody. */
const sparseRange = ({ products }: ChainPlan) => `(
    SELECT store_code, item_code FROM (
      SELECT store_code, item_code, category, popularity, pull,
        ceil(in_category * range_share * ${MOST_RANGED / products}) AS room
      FROM store_list CROSS JOIN ${COUNTED})
    QUALIFY row_number() OVER (PARTITION BY store_code, category ORDER BY CASE
      WHEN popularity < ${CORE_SHARE} * room THEN popularity - room
      ELSE -ln(1 - uniform('chosen', concat(store_code, item_code))) / sqrt(pull) END, popularity) <= room
  ) JOIN product_list USING (item_code)`;
