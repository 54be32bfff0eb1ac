import 'server-only';
import { textColumn } from '../columns.ts';
import { salesBy } from './sales-by.ts';
import { CHANNEL_LINE_SOURCES, CHANNEL_SOURCES } from './sales-source.ts';

/** In store and online, where either sold. */
export const listSalesByChannel = salesBy({
  name: 'list-sales-by-channel',
  key: 'd.channel',
  column: textColumn(),
  sources: [...CHANNEL_SOURCES, ...CHANNEL_LINE_SOURCES],
});
