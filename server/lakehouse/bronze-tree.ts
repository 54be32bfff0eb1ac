import { join } from 'node:path';

/** The systems that send files, each a folder of bronze: those of the tree every reader of the lake knows, and the lists of head office. */
const SENT_BY = {
  ecommerce: ['reservations'],
  inventory: [
    ...['supplier_list', 'order_lines', 'deliveries', 'stock_events', 'stock_list', 'transfers'],
    'suppliers',
  ],
  crm: [
    ...['members', 'member_versions', 'loyalty_events'],
    ...['campaigns', 'campaign_customers', 'coupons', 'coupon_redemptions'],
  ],
  head_office: [
    ...['store_list', 'trading_hours', 'closing_days', 'category_tree', 'product_list', 'price_list'],
    ...['promotions', 'competitor_prices', 'store_activity', 'targets', 'weather', 'products', 'categories'],
    'placements',
  ],
} as const;

const SYSTEM_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(SENT_BY).flatMap(([system, tables]) => tables.map((table) => [table, system] as const)),
);

/** Folder of a bronze table within a build: bronze/<system>/<table>. What no other system sends comes from the tills. */
export function bronzeFolder(buildFolder: string, table: string): string {
  return join(buildFolder, 'bronze', SYSTEM_OF.get(table) ?? 'pos', table);
}
