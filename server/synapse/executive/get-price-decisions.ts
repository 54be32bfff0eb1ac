import 'server-only';
import { z } from 'zod';
import type { PriceDecisions } from '#lib/price-decisions.ts';
import { countColumn, dateColumn, moneyColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** How many prices are recommended to change and what that is expected to earn; no row where nothing is recommended. */
export const getPriceDecisions = openGoldQuery({
  name: 'executive.get-price-decisions',
  params: z.strictObject({}),
  everyoneBecause: 'Prices are those of the chain; who may decide on them is asked before this',
  sql: `
    SELECT
      CAST(SUM(CASE WHEN r.action = 'raise' THEN 1 ELSE 0 END) AS bigint) AS raises,
      CAST(SUM(CASE WHEN r.action = 'lower' THEN 1 ELSE 0 END) AS bigint) AS cuts,
      CAST(SUM(CASE WHEN r.action = 'hold' THEN 0 ELSE r.margin_change END) * 100 AS bigint) AS marginChange,
      CAST(MAX(r.horizon_days) AS bigint) AS horizonDays,
      MAX(r.as_of_date) AS asOf
    FROM gold.price_recommendations AS r
    HAVING SUM(CASE WHEN r.action = 'hold' THEN 0 ELSE 1 END) > 0`,
  row: z.object({
    raises: countColumn(),
    cuts: countColumn(),
    marginChange: moneyColumn(),
    horizonDays: countColumn(),
    asOf: dateColumn(),
  }) satisfies z.ZodType<PriceDecisions>,
});
