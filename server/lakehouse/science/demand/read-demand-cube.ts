import type { Bench } from '../../bench.ts';
import {
  type CubePair,
  type CubeProduct,
  type CubeStore,
  type DemandCube,
  EMPTY,
  RAN_OUT,
  type StoreWeather,
} from './demand-cube.ts';

/** Days of pairs beyond these are too many to hold, five bytes each; the pairs that sell least are left out. */
const MOST_DAYS_OF_PAIRS = 200_000_000;
/** Sales that a pair must have had in all to be worth a forecast of its own. */
const FEWEST_SALES = 3;

const SOLD = `
  SELECT fulfilment_store_id AS store_id, product_id, business_date AS day, CAST(sum(quantity) AS INTEGER) AS units
  FROM silver.transaction_lines WHERE line_type = 'sale' GROUP BY ALL`;

/** Stock at each day on which it moved: the days until the next one close with the same. */
const STANDS = `
  SELECT store_id, product_id, business_date AS day, units, sum(units) OVER stock AS on_hand,
    lead(business_date) OVER stock AS next_day
  FROM (SELECT store_id, product_id, business_date, sum(units) AS units FROM silver.inventory_movements GROUP BY ALL)
  WINDOW stock AS (PARTITION BY store_id, product_id ORDER BY business_date)`;

/** Reads the lake on the bench; `horizon` days lie ahead. Null where nothing was ever sold. */
export async function readDemandCube(bench: Bench, horizon: number): Promise<DemandCube | null> {
  const [extent] = await bench.rows<{ first: string | null; days: number }>(`
    SELECT CAST(min(business_date) AS VARCHAR) AS first,
      CAST(any_value(last_closed_date) - min(business_date) AS INTEGER) + 1 AS days
    FROM silver.transaction_lines, silver.lake_builds`);
  if (!extent?.first) return null;
  const { first, days } = { ...extent, first: `DATE '${extent.first}'` };
  await bench.run(`CREATE OR REPLACE TEMP TABLE sold_days AS ${SOLD}`);
  const stores = await readStores(bench, first, days, horizon);
  const { products, categories } = await readProducts(bench, first, days, horizon);
  const pairs = await readPairs(bench, first, days, stores, products);
  await bench.run('DROP TABLE sold_days');
  return {
    ...{ firstDay: extent.first, days, horizon, stores, products, categories, pairs },
    holidays: await readHolidays(bench, first, days + horizon),
  };
}

/** A store trades on the days on which it sold anything; ahead, on the weekdays on which it did of late, until it closes. */
async function readStores(bench: Bench, first: string, days: number, horizon: number): Promise<CubeStore[]> {
  const rows = await bench.rows<{ id: string; region: string; traded: number[]; shut: boolean }>(`
    SELECT s.store_id AS id, any_value(region) AS region, list(DISTINCT CAST(day - ${first} AS INTEGER)) AS traded,
      coalesce(any_value(closed_on) <= ${first} + ${days}, false) AS shut
    FROM sold_days AS d JOIN silver.stores AS s USING (store_id) GROUP BY s.store_id ORDER BY s.store_id`);
  const skies = await readWeather(bench, first, days + horizon);
  return rows.map(({ id, region, traded, shut }) => {
    const isOpen = new Uint8Array(days + horizon);
    for (const day of traded) isOpen[day] = 1;
    for (let day = days; !shut && day < days + horizon; day++)
      isOpen[day] = [1, 2, 3, 4, 5, 6, 7, 8].some((back) => isOpen[day - 7 * back] && day - 7 * back < days)
        ? 1
        : 0;
    return { id, region, isOpen, weather: skies.get(id) ?? null };
  });
}

/** Weather by store as it was seen, and as it is foreseen for as many days as that was done. */
async function readWeather(bench: Bench, first: string, length: number): Promise<Map<string, StoreWeather>> {
  const rows = await bench.rows<{ id: string; days: number[]; temperature: number[]; rain: number[] }>(`
    SELECT store_id AS id, list(CAST(business_date - ${first} AS INTEGER) ORDER BY business_date) AS days,
      list(CAST(temperature_max_c AS DOUBLE) ORDER BY business_date) AS temperature,
      list(CAST(precipitation_mm AS DOUBLE) ORDER BY business_date) AS rain
    FROM silver.weather WHERE business_date >= ${first} GROUP BY store_id`);
  return new Map(
    rows.map(({ id, days, temperature, rain }) => {
      const weather = {
        temperature: new Float32Array(length).fill(Number.NaN),
        rain: new Float32Array(length).fill(Number.NaN),
      };
      for (const [i, day] of days.entries()) {
        if (day >= length) continue;
        weather.temperature[day] = temperature[i] ?? Number.NaN;
        weather.rain[day] = rain[i] ?? Number.NaN;
      }
      return [id, weather];
    }),
  );
}

async function readProducts(bench: Bench, first: string, days: number, horizon: number) {
  const rows = await bench.rows<{ id: string; category: string; from: number[]; price: (number | null)[] }>(`
    SELECT product_id AS id, coalesce(any_value(category ORDER BY valid_from DESC), '') AS category,
      list(CAST(greatest(valid_from, ${first}) - ${first} AS INTEGER) ORDER BY valid_from) AS from,
      list(CAST(regular_price AS DOUBLE) ORDER BY valid_from) AS price
    FROM silver.products WHERE valid_to > ${first} AND product_id IN (SELECT product_id FROM sold_days)
    GROUP BY product_id ORDER BY product_id`);
  const promotions = await bench.rows<{ id: string; from: number; to: number; off: number }>(`
    SELECT product_id AS id, CAST(from_date - ${first} AS INTEGER) AS from, CAST(to_date - ${first} AS INTEGER) AS to,
      CAST(reduction_rate AS DOUBLE) AS off FROM silver.promotions WHERE reduction_rate > 0 AND reduction_rate < 1`);
  const offers = Map.groupBy(promotions, ({ id }) => id);
  const categories = [...new Set(rows.map(({ category }) => category))].sort();
  const length = days + horizon;
  const products = rows.map(({ id, category, from, price }): CubeProduct => {
    const own = offers.get(id) ?? [];
    const reduction = own.length > 0 ? new Float32Array(length) : null;
    for (const offer of own) reduction?.fill(offer.off, Math.max(0, offer.from), Math.max(0, offer.to + 1));
    const isKnown = price.every((amount) => amount !== null && amount > 0);
    const logPrice = isKnown ? new Float32Array(length) : null;
    for (const [version, day] of from.entries()) logPrice?.fill(Math.log(price[version] ?? 1), day);
    return { id, category: categories.indexOf(category), logPrice, reduction };
  });
  return { products, categories };
}

/** What all pairs sold lies in one stretch of memory that threads can share, for it is most of what a large chain needs. */
async function readPairs(
  bench: Bench,
  first: string,
  days: number,
  stores: readonly CubeStore[],
  products: readonly CubeProduct[],
): Promise<CubePair[]> {
  const storeAt = new Map(stores.map(({ id }, at) => [id, at]));
  const productAt = new Map(products.map(({ id }, at) => [id, at]));
  await bench.run(`CREATE OR REPLACE TEMP TABLE sold_pairs AS
    WITH pairs AS (
      SELECT store_id, product_id, min(day) AS first_sold FROM sold_days
      WHERE store_id IN (SELECT store_id FROM silver.stores)
        AND product_id IN (SELECT product_id FROM silver.products WHERE valid_to > ${first})
      GROUP BY store_id, product_id HAVING sum(units) >= ${FEWEST_SALES}
      ORDER BY sum(units) DESC, store_id, product_id LIMIT ${Math.floor(MOST_DAYS_OF_PAIRS / days)}
    ), stocked AS (
      SELECT store_id, product_id, min(business_date) AS first_stocked FROM silver.inventory_movements
      WHERE units > 0 GROUP BY ALL
    )
    SELECT CAST(row_number() OVER (ORDER BY store_id, product_id) - 1 AS INTEGER) AS pair, store_id, product_id,
      CAST(greatest(${first}, least(first_sold, coalesce(first_stocked, first_sold))) - ${first} AS INTEGER) AS from_day
    FROM pairs LEFT JOIN stocked USING (store_id, product_id)`);
  const [counted] = await bench.rows<{ pairs: number }>(
    'SELECT CAST(count(*) AS INTEGER) AS pairs FROM sold_pairs',
  );
  const size = (counted?.pairs ?? 0) * days;
  const sold = new Float32Array(new SharedArrayBuffer(Float32Array.BYTES_PER_ELEMENT * size));
  const stock = new Uint8Array(new SharedArrayBuffer(size));
  const pairs: CubePair[] = [];
  for await (const [ids, codes, from] of bench.chunks(
    'SELECT store_id, product_id, from_day FROM sold_pairs ORDER BY pair',
  ))
    for (const [row, id] of (ids ?? []).entries()) {
      const [begin, end] = [pairs.length * days, (pairs.length + 1) * days];
      pairs.push({
        store: storeAt.get(String(id)) ?? -1,
        product: productAt.get(String(codes?.[row])) ?? -1,
        from: Number(from?.[row]),
        sold: sold.subarray(begin, end),
        stock: stock.subarray(begin, end),
      });
    }
  for await (const [places, units] of bench.chunks(`
    SELECT CAST(pair * ${days} + (day - ${first}) AS INTEGER), units
    FROM sold_days JOIN sold_pairs USING (store_id, product_id)`))
    for (const [row, place] of (places ?? []).entries()) sold[Number(place)] = Number(units?.[row]);
  for await (const [places, day, until, wasThere] of bench.chunks(`
    SELECT pair, CAST(day - ${first} AS INTEGER), CAST(coalesce(next_day, ${first} + ${days}) - ${first} AS INTEGER),
      on_hand - units > 0 OR units <> 0 FROM (${STANDS}) JOIN sold_pairs USING (store_id, product_id) WHERE on_hand <= 0`))
    for (const [row, place] of (places ?? []).entries()) {
      const own = pairs[Number(place)]?.stock;
      const at = Math.max(0, Number(day?.[row]));
      own?.fill(EMPTY, at, Number(until?.[row]));
      if (wasThere?.[row]) own?.fill(RAN_OUT, at, at + 1);
    }
  await bench.run('DROP TABLE sold_pairs');
  return pairs;
}

/** Days after Thanksgiving on which shops elsewhere sell more too, though nobody has them off. */
const SALE_DAYS = [
  'Black Friday',
  'Saturday after Black Friday',
  'Sunday after Black Friday',
  'Cyber Monday',
];

async function readHolidays(bench: Bench, first: string, length: number): Promise<string[]> {
  const rows = await bench.rows<{ day: number; name: string; us: string | null }>(`
    SELECT CAST(business_date - ${first} AS INTEGER) AS day, coalesce(holiday_gb, holiday_us) AS name, holiday_us AS us
    FROM silver.calendar WHERE coalesce(holiday_gb, holiday_us) IS NOT NULL AND business_date >= ${first} - 4
    ORDER BY business_date`);
  const holidays = new Array<string>(length).fill('');
  for (const { day, name, us } of rows) {
    if (day >= 0 && day < length) holidays[day] = name;
    if (us !== 'Thanksgiving') continue;
    for (const [after, sale] of SALE_DAYS.entries())
      if (day + 1 + after >= 0 && day + 1 + after < length) holidays[day + 1 + after] = sale;
  }
  return holidays;
}
