import 'server-only';
import { textColumn } from '../columns.ts';
import { salesBy } from './sales-by.ts';
import { LINE_SOURCES, TICKET_SOURCES } from './sales-source.ts';

/** Every store of the scope that traded in the period or in its basis, by store id. */
export const listSalesByStore = salesBy({
  name: 'list-sales-by-store',
  key: 'd.store_id',
  column: textColumn(),
  sources: [...TICKET_SOURCES, ...LINE_SOURCES],
});
