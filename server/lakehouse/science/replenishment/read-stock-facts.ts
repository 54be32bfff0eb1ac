import type { Bench } from '../../bench.ts';

/** What a product in a store stands on when orders are reckoned, as the lake's records have it. Days count from the as-of date: 1 is the next. */
export interface StockFacts {
  readonly asOf: string;
  /** Days between looks at the stock: the usual gap between days on which orders were placed. */
  readonly reviewPeriod: number;
  readonly positions: readonly StockPositionFacts[];
}

export interface StockPositionFacts {
  readonly storeId: string;
  readonly productId: string;
  readonly supplierId: string | null;
  readonly onHand: number;
  /** On hand less what is kept for customers. */
  readonly available: number;
  readonly onOrder: number;
  readonly position: number;
  readonly sold28: number;
  readonly opening28: number;
  readonly received28: number;
  readonly emptyDays28: number;
  readonly lastSold: string | null;
  readonly daysSinceSale: number | null;
  readonly daysHeld: number;
  readonly packSize: number;
  readonly minimumOrder: number;
  readonly unitCost: number | null;
  readonly unitPrice: number | null;
  /** Money earned on it in 91 days; 0 where cost is not known. */
  readonly margin91: number;
  readonly leadTime: number | null;
  readonly leadTimeDeviation: number | null;
  /** Open lines: the day on which each is due and the units still to come. */
  readonly due: readonly { readonly day: number; readonly units: number }[];
}

const USUAL_REVIEW = 7;

/** Null where the source keeps no stock. */
export async function readStockFacts(bench: Bench): Promise<StockFacts | null> {
  const [when] = await bench.rows<{ asOf: string; review: number | null }>(`
    SELECT CAST(any_value(last_closed_date) AS VARCHAR) AS asOf, CAST((SELECT median(gap) FROM (
      SELECT ordered_on - lag(ordered_on) OVER (ORDER BY ordered_on) AS gap
      FROM (SELECT DISTINCT ordered_on FROM silver.purchase_order_lines))) AS INTEGER) AS review
    FROM silver.lake_builds`);
  if (!when) return null;
  const asOf = `DATE '${when.asOf}'`;
  const positions = await bench.rows<
    Omit<StockPositionFacts, 'due'> & { dueDays: number[]; dueUnits: number[] }
  >(`
    WITH moved AS (
      SELECT store_id, product_id, CAST(coalesce(sum(units) FILTER (business_date <= ${asOf} - 28), 0) AS INTEGER) AS opening,
        CAST(coalesce(sum(units) FILTER (movement_type = 'receipt' AND business_date > ${asOf} - 28), 0) AS INTEGER) AS received,
        CAST(${asOf} - min(business_date) AS INTEGER) AS held
      FROM silver.inventory_movements GROUP BY ALL
    ), empty AS (
      SELECT store_id, product_id, CAST(count(*) AS INTEGER) AS days FROM silver.inventory_snapshots
      WHERE snapshot_date > ${asOf} - 28 AND on_hand <= 0 GROUP BY ALL
    ), earned AS (
      SELECT fulfilment_store_id AS store_id, product_id, CAST(sum(net_amount - cost_amount) AS DOUBLE) AS margin
      FROM silver.transaction_lines WHERE business_date > ${asOf} - 91 GROUP BY ALL
    ), lead_times AS (
      SELECT s.supplier_id, coalesce(CAST(lead_time_mean AS DOUBLE), lead_time_days) AS mean,
        sqrt(greatest(0, coalesce(CAST(lead_time_variance AS DOUBLE), 0))) AS deviation
      FROM silver.suppliers AS s LEFT JOIN gold.supplier_performance USING (supplier_id)
    ), due AS (
      SELECT store_id, product_id, list(greatest(1, CAST(promised_on - ${asOf} AS INTEGER)) ORDER BY promised_on) AS days,
        list(ordered_units - received_units ORDER BY promised_on) AS units
      FROM gold.supplier_lines WHERE is_open GROUP BY ALL
    )
    SELECT i.store_id AS "storeId", i.product_id AS "productId", p.supplier_id AS "supplierId", i.on_hand AS "onHand",
      i.available_to_sell AS available,
      i.on_order AS "onOrder", i.inventory_position AS position, i.units_sold_28_days AS sold28,
      coalesce(m.opening, 0) AS opening28, coalesce(m.received, 0) AS received28, coalesce(e.days, 0) AS "emptyDays28",
      CAST(i.last_sold_date AS VARCHAR) AS "lastSold", CAST(${asOf} - i.last_sold_date AS INTEGER) AS "daysSinceSale",
      coalesce(m.held, 0) AS "daysHeld", greatest(1, coalesce(p.pack_size, 1)) AS "packSize",
      greatest(1, coalesce(p.pack_size, 1)) AS "minimumOrder", CAST(p.unit_cost AS DOUBLE) AS "unitCost",
      CAST(p.regular_price AS DOUBLE) AS "unitPrice", coalesce(g.margin, 0) AS margin91, l.mean AS "leadTime",
      l.deviation AS "leadTimeDeviation", coalesce(d.days, []) AS "dueDays", coalesce(d.units, []) AS "dueUnits"
    FROM gold.inventory_positions AS i
    LEFT JOIN silver.products AS p ON p.product_id = i.product_id AND p.is_current
    LEFT JOIN moved AS m ON m.store_id = i.store_id AND m.product_id = i.product_id
    LEFT JOIN empty AS e ON e.store_id = i.store_id AND e.product_id = i.product_id
    LEFT JOIN earned AS g ON g.store_id = i.store_id AND g.product_id = i.product_id
    LEFT JOIN lead_times AS l ON l.supplier_id = p.supplier_id
    LEFT JOIN due AS d ON d.store_id = i.store_id AND d.product_id = i.product_id
    ORDER BY i.store_id, i.product_id`);
  if (positions.length === 0) return null;
  return {
    asOf: when.asOf,
    reviewPeriod: when.review ?? USUAL_REVIEW,
    positions: positions.map(({ dueDays, dueUnits, ...facts }) => ({
      ...facts,
      due: dueDays.map((day, i) => ({ day, units: dueUnits[i] ?? 0 })),
    })),
  };
}
