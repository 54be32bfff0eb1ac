import {
  CATEGORY_COLUMNS,
  NEXT_BEST_COLUMNS,
  nextBestRows,
  ORDER_COLUMNS,
  withChannelTitle,
} from '#lib/customer-columns.ts';
import { CLV_COLUMN, customerSheet, SHEET_COLUMNS } from '#lib/customer-sheet.ts';
import type { SearchParams } from '#lib/period.ts';
import { maySee } from '#lib/roles.ts';
import {
  getCustomer,
  getCustomerClv,
  getCustomerPrediction,
} from '#server/synapse/customers/get-customer.ts';
import { listCustomerCategories } from '#server/synapse/customers/list-customer-categories.ts';
import { listCustomerOrders, MOST_ORDERS } from '#server/synapse/customers/list-customer-orders.ts';
import { listNextBestProducts } from '#server/synapse/customers/list-next-best-products.ts';
import { exportAnswer, type TableExport } from '../table-export.ts';

const OF_CUSTOMERS = { page: 'customers', label: 'Internal' } as const;

/** The tables of one customer, `?customer=1`. One who is not there, or not of one's stores, has no rows in any. */
export const ONE_CUSTOMER_EXPORTS: Readonly<Record<string, TableExport>> = {
  customer: {
    ...OF_CUSTOMERS,
    title: 'Customer',
    ask: async ({ role, scope, search }) => {
      const of = customerOf(search);
      const seesMargin = maySee(role, 'margin');
      const [answer, prediction, clv] = await Promise.all([
        getCustomer(of, scope),
        getCustomerPrediction(of, scope),
        seesMargin ? getCustomerClv(of, scope) : null,
      ]);
      const rows = answer.rows.map((profile) =>
        customerSheet(profile, prediction.rows[0] ?? null, clv?.rows[0] ?? null),
      );
      return exportAnswer(seesMargin ? [...SHEET_COLUMNS, CLV_COLUMN] : SHEET_COLUMNS, { ...answer, rows });
    },
  },
  'customer-orders': {
    ...OF_CUSTOMERS,
    title: 'Orders of a customer',
    ask: async ({ scope, search }) => {
      const answer = await listCustomerOrders(customerOf(search), scope);
      const truncated = answer.truncated || answer.rows.length === MOST_ORDERS;
      return exportAnswer(ORDER_COLUMNS, { ...answer, truncated, rows: withChannelTitle(answer.rows) });
    },
  },
  'customer-categories': {
    ...OF_CUSTOMERS,
    title: 'Categories of a customer',
    ask: async ({ scope, search }) =>
      exportAnswer(CATEGORY_COLUMNS, await listCustomerCategories(customerOf(search), scope)),
  },
  'next-best-products': {
    ...OF_CUSTOMERS,
    title: 'Next best products of a customer',
    ask: async ({ scope, search }) => {
      const answer = await listNextBestProducts(customerOf(search), scope);
      return exportAnswer(NEXT_BEST_COLUMNS, { ...answer, rows: nextBestRows(answer.rows) });
    },
  },
};

/** Nobody has the key 0: what names no customer finds none. */
function customerOf({ customer }: SearchParams): { readonly customerKey: number } {
  const isKey = typeof customer === 'string' && /^\d{1,9}$/.test(customer);
  return { customerKey: isKey ? Number(customer) : 0 };
}
