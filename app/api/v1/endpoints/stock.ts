import { ORDER_COLUMNS } from '#lib/order-line.ts';
import { SELL_THROUGH_COLUMNS } from '#lib/sell-through.ts';
import { CLASS_COLUMNS, COVER_COLUMNS } from '#lib/stock-columns.ts';
import { EXCESS_COLUMNS, OUT_COLUMNS, PHANTOM_COLUMNS, TRANSFER_COLUMNS } from '#lib/stock-trouble.ts';
import {
  LOST_MARGIN_COLUMN,
  MONTH_COLUMNS,
  OPEN_LINE_COLUMNS,
  SCORECARD_COLUMNS,
} from '#lib/supplier-scorecard.ts';
import { type ApiEndpoint, apiEndpoint } from '../api-endpoint.ts';

/** Stock as it was at the last close, and who delivers it. */
export const STOCK_ENDPOINTS: readonly ApiEndpoint[] = [
  apiEndpoint(
    'inventory',
    'days-of-cover',
    'Days of cover by store and category, and of a category by store and product',
    COVER_COLUMNS,
  ),
  apiEndpoint('inventory/orders', 'orders', 'What to order, what runs out first first', ORDER_COLUMNS),
  apiEndpoint('inventory/stockouts', 'stockouts', 'What is out of stock, most sales lost first', OUT_COLUMNS),
  apiEndpoint('inventory/excess', 'excess-stock', 'What there is too much of', EXCESS_COLUMNS),
  apiEndpoint(
    'inventory/phantoms',
    'phantom-stock',
    'Stock on record that may not be there',
    PHANTOM_COLUMNS,
  ),
  apiEndpoint('inventory/transfers', 'transfers', 'Moves between stores that save sales', TRANSFER_COLUMNS),
  apiEndpoint('inventory/classes', 'stock-classes', 'Products by ABC and XYZ', CLASS_COLUMNS),
  apiEndpoint(
    'inventory/sell-through',
    'sell-through',
    'Sell-through by category in 28 days',
    SELL_THROUGH_COLUMNS,
  ),
  apiEndpoint(
    'suppliers',
    'suppliers',
    'Scorecard by supplier over 13 weeks; its cost for those who may see margins',
    [...SCORECARD_COLUMNS, LOST_MARGIN_COLUMN],
  ),
  apiEndpoint('suppliers/{supplier}/months', 'supplier-months', 'A supplier month by month', MONTH_COLUMNS),
  apiEndpoint(
    'suppliers/{supplier}/open-lines',
    'open-order-lines',
    'Order lines of a supplier of which more is expected',
    OPEN_LINE_COLUMNS,
  ),
];
