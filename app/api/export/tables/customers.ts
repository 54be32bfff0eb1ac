import { addDays } from '#lib/business-date.ts';
import { CAMPAIGN_COLUMNS, campaignRows } from '#lib/coupon-campaigns.ts';
import {
  CHANNEL_COLUMNS,
  COHORT_COLUMNS,
  CUSTOMER_COLUMNS,
  cohortCells,
  customerRows,
  LISTED_CUSTOMER_COLUMNS,
  SEGMENT_COLUMNS,
  segmentRows,
  TIER_COLUMNS,
  withChannelTitle,
} from '#lib/customer-columns.ts';
import { readCursor, START, writeCursor } from '#lib/customer-cursor.ts';
import { CUSTOMER_SEGMENTS, isCustomerSegment } from '#lib/customer-segment.ts';
import { type CustomerLine, segmentFigures } from '#lib/customers.ts';
import { listChannels } from '#server/synapse/customers/list-channels.ts';
import { listCohorts } from '#server/synapse/customers/list-cohorts.ts';
import { listCouponCampaigns } from '#server/synapse/customers/list-coupon-campaigns.ts';
import { listCustomers } from '#server/synapse/customers/list-customers.ts';
import { listSegments } from '#server/synapse/customers/list-segments.ts';
import { listTiers } from '#server/synapse/customers/list-tiers.ts';
import {
  type ExportedTable,
  type ExportRequest,
  exportAnswer,
  exportColumns,
  type TableExport,
} from '../table-export.ts';

const OF_CUSTOMERS = { page: 'customers', label: 'Internal' } as const;
const WINDOW_DAYS = 364;
const BATCH = 500;

/** The tables of the customers page. No names are in them: those stay on the screen, masked. */
export const CUSTOMER_EXPORTS: Readonly<Record<string, TableExport>> = {
  customers: { ...OF_CUSTOMERS, title: 'Customers', ask: askCustomers },
  'customer-segments': {
    ...OF_CUSTOMERS,
    title: 'Customers by segment',
    ask: async ({ scope, lake }) => {
      const answer = await listSegments({}, scope);
      const rows = segmentRows(segmentFigures(answer.rows));
      return exportAnswer(SEGMENT_COLUMNS, { ...answer, rows }, { period: windowTo(lake) });
    },
  },
  'customer-cohorts': {
    ...OF_CUSTOMERS,
    title: 'Who comes back',
    ask: async ({ scope }) => {
      const answer = await listCohorts({}, scope);
      return exportAnswer(COHORT_COLUMNS, { ...answer, rows: cohortCells(answer.rows) });
    },
  },
  'customer-channels': {
    ...OF_CUSTOMERS,
    title: 'Customers by channel',
    ask: async ({ scope, lake }) => {
      const period = windowTo(lake);
      const answer = await listChannels({ period }, scope);
      return exportAnswer(CHANNEL_COLUMNS, { ...answer, rows: withChannelTitle(answer.rows) }, { period });
    },
  },
  'coupon-campaigns': {
    ...OF_CUSTOMERS,
    title: 'Coupon campaigns',
    ask: async ({ scope }) => {
      const answer = await listCouponCampaigns({}, scope);
      return exportAnswer(CAMPAIGN_COLUMNS, { ...answer, rows: campaignRows(answer.rows) });
    },
  },
  'loyalty-tiers': {
    ...OF_CUSTOMERS,
    title: 'Loyalty tiers',
    ask: async ({ scope }) => exportAnswer(TIER_COLUMNS, await listTiers({}, scope)),
  },
};

const windowTo = ({ lastClosedDate }: ExportRequest['lake']) => ({
  from: addDays(lastClosedDate, 1 - WINDOW_DAYS),
  to: lastClosedDate,
});

/** Every customer of a segment, highest net sales first: each batch goes on where the one before ended. */
async function askCustomers({ scope, search, lake, leaves, after }: ExportRequest): Promise<ExportedTable> {
  const segment = isCustomerSegment(search['segment']) ? search['segment'] : 'all';
  const ask = ({ netSales, customerKey }: Pick<CustomerLine, 'netSales' | 'customerKey'>) =>
    listCustomers({ segment, afterSales: String(netSales), afterKey: customerKey, top: BATCH }, scope);
  const [first, segments] = await Promise.all([
    ask(readCursor(after ?? '') ?? START),
    listSegments({}, scope),
  ]);
  const counted = segments.rows.filter((move) => segment === 'all' || move.segment === segment);
  return {
    columns: exportColumns(leaves ? CUSTOMER_COLUMNS : LISTED_CUSTOMER_COLUMNS),
    batches: (async function* () {
      for (let { rows } = first; rows.length > 0; ) {
        yield customerRows(rows);
        const last = rows.at(-1);
        if (!last || rows.length < BATCH) return;
        ({ rows } = await ask(last));
      }
    })(),
    total: counted.reduce((sum, { customers }) => sum + customers, 0),
    queriedAt: first.queriedAt,
    period: windowTo(lake),
    about: [['Segment', segment === 'all' ? 'All' : CUSTOMER_SEGMENTS[segment].title]],
    place: (row) => {
      const { netSales, customerId } = row as ReturnType<typeof customerRows>[number];
      return writeCursor({ netSales, customerKey: Number(customerId) });
    },
  };
}
