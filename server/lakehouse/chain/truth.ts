import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { literal } from '../sql-text.ts';
import type { ChainPlan } from './chain-plan.ts';
import { MOVED_SHARE } from './tickets.ts';
import { CANNIBALISED, HALO, PROMOTION_UPLIFT } from './trade.ts';
import { variantsOf } from './variants.ts';
import { GAINED_PER_DEGREE, HEAVY_RAIN_MM, LOST_TO_RAIN } from './weather.ts';

/** What is true of the made-up chain and no shop could know: for tests of the statistics, never for the product. */
const truth = (plan: ChainPlan): Readonly<Record<string, string>> => ({
  price_elasticities: `SELECT item_code AS product_id, price_elasticity, ${PROMOTION_UPLIFT} AS promotion_uplift,
    ${CANNIBALISED ** (1 / variantsOf(plan).length)} AS kept_beside_a_promoted_sibling FROM product_list`,
  affinities: `SELECT anchor AS antecedent, companion AS consequent, ${HALO} AS raised_beside_a_promoted_antecedent,
    ${MOVED_SHARE} AS moved_share,
    round(sum(with_both) * (SELECT sum(tickets) FROM doors) / (sum(with_anchor) * sum(with_companion)), 6) AS lift
    FROM companions LEFT JOIN pairs USING (companion) GROUP BY ALL`,
  customers: `SELECT card AS customer_id, visits_per_day, dropout, max(day) AS last_visit, count(day) AS visits
    FROM members LEFT JOIN visits USING (card) GROUP BY ALL`,
  lost_sales: `SELECT store_code AS store_id, item_code AS product_id, day, wished, sold FROM lost_sales`,
  expected_demand: `SELECT store_code AS store_id, item_code AS product_id, week, need AS expected_units FROM needs`,
  phantom_stock: `SELECT store_code AS store_id, item_code AS product_id, record, shelf FROM stock WHERE record > shelf`,
  vanished_stock: 'SELECT store_code AS store_id, item_code AS product_id, week, units FROM vanished',
  weather: `SELECT ${HEAVY_RAIN_MM} AS heavy_rain_mm, ${LOST_TO_RAIN.heavy} AS lost_to_heavy_rain, ${LOST_TO_RAIN.light} AS lost_to_rain,
    ${GAINED_PER_DEGREE} AS gained_per_degree`,
  suppliers: 'SELECT supplier_code AS supplier_id, late_share, short_share FROM suppliers',
});

/** Writes truth/<what>.parquet beside the layers of the build. */
export async function writeTruth(bench: Bench, plan: ChainPlan): Promise<void> {
  const folder = join(bench.folder, 'truth');
  mkdirSync(folder, { recursive: true });
  for (const [name, select] of Object.entries(truth(plan)))
    await bench.run(`COPY (SELECT * FROM (${select}) ORDER BY ALL)
      TO ${literal(join(folder, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`);
}
