import 'server-only';
import { dateColumn } from '../columns.ts';
import { salesBy } from './sales-by.ts';
import { LINE_SOURCES, TICKET_SOURCES } from './sales-source.ts';

/** One row per business date with any record, oldest first. A day without one is absent: it is not a zero. */
export const listSalesByDay = salesBy({
  name: 'list-sales-by-day',
  key: 'd.business_date',
  column: dateColumn(),
  sources: [...TICKET_SOURCES, ...LINE_SOURCES],
});
