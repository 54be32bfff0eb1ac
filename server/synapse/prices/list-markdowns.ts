import 'server-only';
import { z } from 'zod';
import type { MarkdownWeek } from '#lib/markdown.ts';
import { countColumn, dateColumn, moneyColumn, textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** The schedules that clear ageing stock, week by week. */
export const listMarkdowns = openGoldQuery({
  name: 'prices.list-markdowns',
  params: z.strictObject({}),
  everyoneBecause: 'Stock is that of the whole chain; the page that asks is open to two roles only',
  sql: `
    SELECT
      m.product_id AS productId,
      p.product_name AS productName,
      p.category AS category,
      m.week_number AS weekNumber,
      m.week_from AS weekFrom,
      CAST(m.price_now * 100 AS bigint) AS priceNow,
      m.stock AS stock,
      m.weekly_units AS weeklyUnits,
      m.weeks_of_cover AS weeksOfCover,
      CAST(m.price * 100 AS bigint) AS price,
      m.units_left AS unitsLeft,
      CAST(m.revenue * 100 AS bigint) AS revenue,
      CAST(m.revenue_of_doing_nothing * 100 AS bigint) AS revenueOfDoingNothing
    FROM gold.markdown_schedule AS m
    INNER JOIN gold.products AS p ON p.product_id = m.product_id
    ORDER BY m.product_id, m.week_number`,
  row: z.object({
    productId: textColumn(),
    productName: textColumn(),
    category: textColumn().nullable(),
    weekNumber: countColumn(),
    weekFrom: dateColumn(),
    priceNow: moneyColumn(),
    stock: countColumn(),
    weeklyUnits: z.number(),
    weeksOfCover: z.number(),
    price: moneyColumn(),
    unitsLeft: z.number(),
    revenue: moneyColumn(),
    revenueOfDoingNothing: moneyColumn(),
  }) satisfies z.ZodType<MarkdownWeek>,
});
