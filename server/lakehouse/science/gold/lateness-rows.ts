import type { supplierLateness } from '#server/gold/tables/supplier-lines.ts';
import type { Bench } from '../../bench.ts';
import { EMPTY, IN_STOCK } from '../demand/demand-cube.ts';
import type { PastDemand } from '../demand/past-demand.ts';
import type { ForecastDemand } from './forecast-rows.ts';
import type { ScienceRow } from './science-step.ts';

type Late = {
  supplier: string;
  store: string;
  product: string;
  month: string;
  from: number;
  to: number;
  cost: number;
};

/**
 * What empty shelves cost while a line was awaited that had not come in full on the promised day. A day of a shelf counts
 * once, for the line promised first.
 */
export async function latenessRows(
  bench: Bench,
  { cube }: ForecastDemand,
  past: PastDemand,
): Promise<ScienceRow<typeof supplierLateness>[]> {
  const first = `DATE '${cube.firstDay}'`;
  const lines = await bench.rows<Late>(`
    SELECT supplier_id AS supplier, store_id AS store, product_id AS product,
      CAST(date_trunc('month', promised_on) AS DATE)::VARCHAR AS month,
      CAST(promised_on - ${first} AS INTEGER) + 1 AS from,
      CAST(least(last_closed_date, CASE WHEN is_open THEN last_closed_date WHEN received_units >= ordered_units
        THEN last_received_on - 1 ELSE promised_on + 14 END) - ${first} AS INTEGER) AS to, CAST(unit_cost AS DOUBLE) AS cost
    FROM gold.supplier_lines, silver.lake_builds WHERE on_time_units < ordered_units AND promised_on < last_closed_date
    ORDER BY promised_on, order_number, line_number`);
  const places = new Map(
    cube.pairs.map(({ store, product }, at) => [
      `${cube.stores[store]?.id} ${cube.products[product]?.id}`,
      at,
    ]),
  );
  const counted = new Set<number>();
  const rows = new Map<string, { supplier_id: string; store_id: string; month_start: string } & Sums>();
  for (const { supplier, store, product, month, from, to, cost } of lines) {
    const key = `${supplier} ${store} ${month}`;
    const sums = rows.get(key) ?? { supplier_id: supplier, store_id: store, month_start: month, ...NOTHING };
    rows.set(key, sums);
    sums.late_lines++;
    const at = places.get(`${store} ${product}`);
    const pair = cube.pairs[at ?? -1];
    if (at === undefined || !pair) continue;
    for (let day = Math.max(0, from); day <= Math.min(to, cube.days - 1); day++) {
      const place = at * cube.days + day;
      if (pair.stock[day] === IN_STOCK || counted.has(place)) continue;
      counted.add(place);
      const lost = past.lost(at, day);
      const price = Math.exp(cube.products[pair.product]?.logPrice?.[day] ?? 0);
      sums.empty_days += Number(pair.stock[day] === EMPTY);
      sums.lost_units += lost;
      sums.lost_sales += lost * price;
      sums.lost_margin += lost * (price - cost);
    }
  }
  return [...rows.values()];
}

interface Sums {
  late_lines: number;
  empty_days: number;
  lost_units: number;
  lost_sales: number;
  lost_margin: number;
}
const NOTHING: Sums = { late_lines: 0, empty_days: 0, lost_units: 0, lost_sales: 0, lost_margin: 0 };
