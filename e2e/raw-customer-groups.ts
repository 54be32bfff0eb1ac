import { join } from 'node:path';
import { rawRows } from './raw-figures.ts';
import { CHAIN } from './stacks.ts';

/*
 * Customers grouped by what tills and the loyalty scheme sent, in SQL that shares nothing with the product's. A member
 * belongs to the store they call their own.
 */
const bronze = (table: string) => `'${join(CHAIN.lakeRoot, 'current/bronze', table, '*.parquet')}'`;

const LINES = `(SELECT receipt_number, card, kind, CAST(till_time[1:10] AS date) AS day,
    CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2)) AS net
  FROM (SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM ${bronze('pos/till_lines')}) WHERE card IS NOT NULL)`;
const members = (storeId?: string) => `(
  SELECT card, arg_max(home_store, changed_on) AS home, arg_max(tier, changed_on) AS tier FROM ${bronze('crm/member_versions')}
  GROUP BY card ${storeId ? `HAVING home = '${storeId}'` : ''})`;

/** Segments by fifths of recency (down) and of frequency (across), written down again from what each is to mean. */
const GRID = [
  'hibernating hibernating at-risk at-risk cannot-lose',
  'hibernating hibernating at-risk at-risk cannot-lose',
  'about-to-sleep about-to-sleep needs-attention loyal loyal',
  'new potential-loyalist potential-loyalist loyal loyal',
  'new potential-loyalist potential-loyalist champion champion',
].flatMap((row, recency) => row.split(' ').map((name, often) => `(${recency + 1}, ${often + 1}, '${name}')`));

/** Of everybody who bought in the 364 days to the last one held: fifths of the chain, then the store's part of each. */
export async function rawSegments(lastDay: string, storeId?: string): Promise<Record<string, string>[]> {
  return rawRows(`
    WITH active AS (
      SELECT card, max(day) FILTER (kind = 'SALE') AS latest, count(DISTINCT receipt_number) FILTER (kind = 'SALE') AS tickets,
        sum(net) AS net
      FROM ${LINES} WHERE day > DATE '${lastDay}' - 364 AND day <= DATE '${lastDay}' GROUP BY card HAVING tickets > 0
    ), ranked AS (
      SELECT *, (row_number() OVER (ORDER BY latest, tickets, net, card) - 1) * 5 // count(*) OVER () + 1 AS recency,
        (row_number() OVER (ORDER BY tickets, net, latest, card) - 1) * 5 // count(*) OVER () + 1 AS often
      FROM active
    )
    SELECT segment, count(*) AS customers, CAST(sum(net) AS decimal(18,2)) AS net
    FROM ranked JOIN (VALUES ${GRID.join(', ')}) AS grid(recency, often, segment) USING (recency, often)
    JOIN ${members(storeId)} USING (card) GROUP BY segment ORDER BY segment`);
}

/** Members by the tier they have now, with all they ever bought. */
export async function rawTiers(storeId?: string): Promise<Record<string, string>[]> {
  return rawRows(`
    SELECT tier, count(*) AS customers, CAST(sum(coalesce(net, 0)) AS decimal(18,2)) AS net
    FROM ${members(storeId)} LEFT JOIN (SELECT card, sum(net) AS net FROM ${LINES} GROUP BY card) USING (card)
    GROUP BY tier ORDER BY sum(net) DESC`);
}

/** Points that members hold and have not spent. */
export async function rawPoints(storeId?: string): Promise<number> {
  const [row] = await rawRows(`
    SELECT sum(CAST(points AS int)) AS points FROM ${bronze('crm/loyalty_events')} JOIN ${members(storeId)} USING (card)`);
  return Number(row?.['points']);
}

/** First days of the periods of fiscal 2025 and 2026 as the NRF publishes them: years of 52 weeks, cut 4-5-4. */
function periodStarts(): { name: string; first: string }[] {
  let day = Date.parse('2025-02-02');
  return [2025, 2026].flatMap((year) =>
    [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4].map((weeks, at) => {
      const first = new Date(day).toISOString().slice(0, 10);
      day += weeks * 7 * 86_400_000;
      return { name: `P${at + 1} ${year}`, first };
    }),
  );
}

/** Of those who bought first in a period: how many, and of them how many again in each later one that is over. */
export async function rawCohorts(
  lastDay: string,
  storeId?: string,
): Promise<{ name: string; customers: number; active: number[] }[]> {
  const starts = periodStarts();
  const ends = (at: number) => starts[at + 1]?.first ?? '9999-12-31';
  const periods = starts.map(({ first }, at) => `(${at}, DATE '${first}', DATE '${ends(at)}')`).join(', ');
  const rows = await rawRows(`
    WITH periods AS (SELECT * FROM (VALUES ${periods}) AS p(nth, first, past)),
    bought AS (SELECT DISTINCT card, nth FROM ${LINES} JOIN periods ON day >= first AND day < past WHERE kind = 'SALE'),
    began AS (SELECT card, min(nth) AS began FROM bought JOIN ${members(storeId)} USING (card) GROUP BY card)
    SELECT began, nth, count(*) AS active FROM began JOIN bought USING (card) JOIN periods USING (nth)
    WHERE past <= DATE '${lastDay}' + 1 GROUP BY began, nth ORDER BY began, nth`);
  const over = starts.findLastIndex((_, at) => Date.parse(ends(at)) <= Date.parse(lastDay) + 86_400_000);
  const active = new Map(rows.map(({ began, nth, active: count }) => [`${began} ${nth}`, Number(count)]));
  return [...new Set(rows.map(({ began }) => Number(began)))].map((began) => ({
    name: starts[began]?.name ?? '',
    customers: active.get(`${began} ${began}`) ?? 0,
    active: Array.from({ length: over - began }, (_, at) => active.get(`${began} ${began + at + 1}`) ?? 0),
  }));
}
