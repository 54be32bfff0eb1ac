import 'server-only';
import type { SalesNarrowing } from '#lib/sales-view.ts';

/** Where sales are added up from. `d` is the row of sales, `g` its product, `c` the category of that. */
export interface SalesSource {
  /** Ends the name of a question that is asked of it. */
  readonly suffix: string;
  readonly from: string;
  readonly narrowed: string;
  /** Tickets of a part of their lines do not add up, so they are not known there. */
  readonly transactions: string;
  readonly knows: (narrowing: SalesNarrowing) => boolean;
}

const TICKETS = 'CAST(SUM(CAST(d.transactions AS bigint)) AS bigint)';
const UNKNOWN = 'CAST(NULL AS bigint)';
const GOODS = `INNER JOIN gold.products AS g ON g.product_id = d.product_id
    LEFT JOIN gold.categories AS c ON c.category = g.category`;
const OF_CHANNEL = "(@channel = '' OR d.channel = @channel)";
const OF_CATEGORY =
  "(@category = '' OR g.category = @category OR g.subcategory = @category OR c.parent_category = @category)";

/** Tickets of every channel, tickets of one, and the lines of either. Each byte read is paid for: the coarsest first. */
export const TICKET_SOURCES: readonly SalesSource[] = [
  {
    suffix: '',
    from: 'gold.store_day AS d',
    narrowed: "@channel = '' AND @category = ''",
    transactions: TICKETS,
    knows: ({ channel, category }) => channel === null && category === null,
  },
  {
    suffix: '-of-channel',
    from: 'gold.channel_day AS d',
    narrowed: `${OF_CHANNEL} AND @category = ''`,
    transactions: TICKETS,
    knows: ({ category }) => category === null,
  },
];

/** What knows the channel of a ticket. */
export const CHANNEL_SOURCES: readonly SalesSource[] = TICKET_SOURCES.slice(1);

export const LINE_SOURCES: readonly SalesSource[] = [
  {
    suffix: '-of-lines',
    from: `gold.sales_daily AS d ${GOODS}`,
    narrowed: `@channel = '' AND ${OF_CATEGORY}`,
    transactions: UNKNOWN,
    knows: ({ channel }) => channel === null,
  },
  {
    suffix: '-of-channel-lines',
    from: `gold.channel_product_day AS d ${GOODS}`,
    narrowed: `${OF_CHANNEL} AND ${OF_CATEGORY}`,
    transactions: UNKNOWN,
    knows: () => true,
  },
];

/** The part of the lines in which a channel is a key: it must be known even where none was chosen. */
export const CHANNEL_LINE_SOURCES: readonly SalesSource[] = LINE_SOURCES.slice(1);
