import 'server-only';
import { z } from 'zod';
import type { BasketSlice } from '#lib/affinity.ts';
import { countColumn, dateColumn, textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** What was mined: every level, format and season, with how many baskets there were. */
export const listBasketSlices = openGoldQuery({
  name: 'baskets.list-basket-slices',
  everyoneBecause:
    'rules are of the chain and of formats, never of a store; the page is for those who see the chain',
  params: z.strictObject({}),
  sql: `
    SELECT
      s.level AS level,
      s.store_format AS storeFormat,
      s.season AS season,
      s.from_date AS fromDate,
      s.as_of_date AS asOfDate,
      s.baskets AS baskets,
      s.minimum_count AS minimumCount,
      s.tested AS tested,
      s.found AS found,
      s.kept AS kept
    FROM gold.basket_slices AS s
    ORDER BY s.level, s.store_format, s.season`,
  row: z.object({
    level: textColumn(),
    storeFormat: textColumn(),
    season: textColumn(),
    fromDate: dateColumn(),
    asOfDate: dateColumn(),
    baskets: countColumn(),
    minimumCount: countColumn(),
    tested: countColumn(),
    found: countColumn(),
    kept: countColumn(),
  }) satisfies z.ZodType<BasketSlice>,
});
