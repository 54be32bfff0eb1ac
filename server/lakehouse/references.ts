import { SILVER_TABLES } from '#server/gold/contract.ts';
import { qualifiedName } from '#server/gold/table.ts';
import type { Bench } from './bench.ts';
import type { Finding } from './check-quality.ts';

/** Columns of a table that name a row of another one. */
export interface Reference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly to: string;
  /** What the other table calls them, in the same order. */
  readonly key: readonly string[];
}

const HOMES = {
  product_id: 'silver.products',
  store_id: 'silver.stores',
  customer_id: 'silver.customers',
  supplier_id: 'silver.suppliers',
} as const;

const STORES_BY_ANOTHER_NAME: Readonly<Record<string, readonly string[]>> = {
  'silver.transaction_lines': ['fulfilment_store_id'],
  'silver.transfers': ['from_store_id', 'to_store_id'],
  'silver.customers': ['home_store_id'],
};

const OTHERS: readonly Reference[] = [
  reference('silver.receipts', ['order_number', 'line_number'], 'silver.purchase_order_lines'),
  reference('silver.payments', ['store_id', 'business_date', 'transaction_id'], 'silver.transaction_lines'),
  ...['silver.coupons', 'silver.campaign_customers'].map((table) =>
    reference(table, ['campaign_id'], 'silver.coupon_campaigns'),
  ),
  reference('silver.coupon_redemptions', ['campaign_id', 'coupon_id'], 'silver.coupons'),
  reference('silver.coupon_redemptions', ['campaign_id', 'customer_id'], 'silver.campaign_customers'),
  reference('silver.products', ['category'], 'silver.categories'),
  reference('silver.categories', ['parent_category'], 'silver.categories', ['category']),
];

/**
 * Lines are held against their lists to the row where the layers are added up, and stop the build; their descriptions
 * come from them. Rows that were set aside may name what nobody knows: that may be why.
 */
const NOT_HELD = ['silver.transaction_lines', 'silver.product_descriptions', 'silver.set_aside'];

function reference(table: string, columns: readonly string[], to: string, key = columns): Reference {
  return { table, columns, to, key };
}

/** Every column of silver that names a product, a store, a customer or a supplier, an order line or a ticket. */
export const REFERENCES: readonly Reference[] = [
  ...SILVER_TABLES.filter((table) => !NOT_HELD.includes(qualifiedName(table))).flatMap((table) =>
    Object.entries(HOMES)
      .filter(([column, home]) => column in table.columns && home !== qualifiedName(table))
      .map(([column, home]) => reference(qualifiedName(table), [column], home)),
  ),
  ...Object.entries(STORES_BY_ANOTHER_NAME).flatMap(([table, columns]) =>
    columns.map((column) => reference(table, [column], 'silver.stores', ['store_id'])),
  ),
  ...OTHERS,
];

/**
 * Counts the rows that name what the other table does not hold. A source that keeps no such list has nothing to be held
 * against.
 */
export async function checkReferences(bench: Bench): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const held of REFERENCES) {
    const found = { failures: 0, first: null as string | null };
    for (const month of await monthsToHold(bench, held)) {
      const [missing] = await bench.rows<{ failures: number; first: string | null }>(missingSql(held, month));
      found.failures += missing?.failures ?? 0;
      found.first ??= missing?.first ?? null;
    }
    findings.push({
      table: held.table,
      name: `${held.columns.join(', ')}: known to ${held.to}`,
      kind: 'reference',
      severity: 'warning',
      failures: found.failures,
      detail: found.first && `first of them: ${found.first}`,
    });
  }
  return findings;
}

/** Tickets are looked for in the months they stand in: no more than a month of them is kept in mind. */
async function monthsToHold(bench: Bench, { table, columns }: Reference): Promise<string[]> {
  if (!columns.includes('business_date')) return ['true'];
  const months = await bench.rows<{ year: number; month: number }>(
    `SELECT DISTINCT year, month FROM ${table} ORDER BY ALL`,
  );
  return months.map(({ year, month }) => `year = ${year} AND month = ${month}`);
}

function missingSql({ table, columns, to, key }: Reference, month: string): string {
  const named = columns.join(', ');
  // One name stands in many rows and is looked for once; several together tell a row from every other.
  const rows =
    columns.length > 1
      ? `SELECT ${named}, 1 AS n FROM ${table} WHERE ${month}`
      : `SELECT ${named}, count(*) AS n FROM ${table} WHERE ${named} IS NOT NULL GROUP BY ${named}`;
  const same = columns.map((column, at) => `t.${key[at]} = f.${column}`).join(' AND ');
  return `SELECT CAST(coalesce(sum(n), 0) AS INTEGER) AS failures, min(concat_ws(' ', ${named})) AS first
    FROM (${rows}) AS f
    WHERE EXISTS (FROM ${to}) AND NOT EXISTS (FROM (FROM ${to} WHERE ${month}) AS t WHERE ${same})`;
}
