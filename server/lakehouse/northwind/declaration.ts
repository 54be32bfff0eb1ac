import { declareSource } from '../received/declaration.ts';

/**
 * Northwind: the orders of a wholesale trader of foods. Prices and rates were written out of 32-bit numbers (9.8 as
 * 9.80000019). A reduction is rounded to the cent on its line, as an invoice shows it; over all lines that is 0.28
 * more than the rate of the whole: 1,265,792.76 on the invoices, 1,265,793.04 before rounding.
 */
export const NORTHWIND = declareSource({
  name: 'northwind',
  title: 'Northwind',
  currency: 'USD',
  timeZone: 'America/Los_Angeles',
  numbers: { precision: 'single' },
  tables: {
    order_details: {
      files: 'order_details*.csv',
      columns: ['order_id', 'product_id', 'unit_price', 'quantity', 'discount'],
    },
    orders: {
      files: 'orders*.csv',
      columns: ['order_id', 'customer_id', 'order_date', 'required_date', 'shipped_date', 'ship_country'],
    },
    products: {
      files: 'products*.csv',
      columns: [
        'product_id',
        'product_name',
        'supplier_id',
        'category_id',
        'unit_price',
        'units_in_stock',
        'units_on_order',
        'reorder_level',
        'discontinued',
      ],
    },
    categories: { files: 'categories*.csv', columns: ['category_id', 'category_name'] },
    suppliers: {
      files: 'suppliers*.csv',
      columns: ['supplier_id', 'company_name', 'city', 'country'],
    },
  },
  unused: {
    'customers.csv': 'names and addresses of buyers are not needed for any figure',
    'employees.csv': 'staff are not modelled',
    'employee_territories.csv': 'staff are not modelled',
    'region.csv': 'sales territories are not modelled',
    'territories.csv': 'sales territories are not modelled',
    'us_states.csv': 'sales territories are not modelled',
    'shippers.csv': 'carriers are not modelled',
  },
  lines: {
    table: 'order_details',
    lookups: [{ table: 'orders', by: { order_id: 'order_id' } }],
    transaction: 'order_id',
    store: { always: 'NORTHWIND' },
    channel: 'wholesale',
    country: { column: 'orders.ship_country', otherwise: 'Unspecified' },
    time: { column: 'orders.order_date', format: '%Y-%m-%d' },
    product: 'product_id',
    customer: 'orders.customer_id',
    quantity: 'quantity',
    price: { unit: 'unit_price' },
    discount: { rate: 'discount' },
  },
  products: {
    table: 'products',
    lookups: [{ table: 'categories', by: { category_id: 'category_id' } }],
    id: 'product_id',
    name: 'product_name',
    category: 'categories.category_name',
    supplier: 'supplier_id',
  },
  suppliers: { table: 'suppliers', id: 'supplier_id', name: 'company_name' },
  stock: {
    table: 'products',
    store: 'NORTHWIND',
    product: 'product_id',
    supplier: 'supplier_id',
    onHand: 'units_in_stock',
    onOrder: 'units_on_order',
    reorderLevel: 'reorder_level',
  },
  stores: {
    name: { always: 'Northwind Traders' },
    region: { always: 'Wholesale' },
    format: { always: 'wholesale' },
    country: 'US',
  },
});
