import { codeSql, daySql, wholeNumberSql } from '../received-text.ts';
import type { Source } from '../source.ts';
import { literal } from '../sql-text.ts';
import { columnReader, customerSql, listSql } from './column-sql.ts';
import type { Location, SourceDeclaration } from './declaration.ts';

type Records = NonNullable<Source['records']>;
type Tables = SourceDeclaration['tables'];

/** A received list, with SQL over its row `l` for what each row must say; one that does not is none. */
interface List {
  readonly table: string;
  readonly said: Readonly<Record<string, string>>;
  /** Which of them tell a row from every other; without it all do. */
  readonly key?: readonly string[];
}

const read = columnReader([]);
const code = (column: string) => codeSql(read.text(column));
const product = (column: string) => `upper(${code(column)})`;
const day = (written: { readonly column: string; readonly format: string }) =>
  daySql(read.text(written.column), written);

/** SQL: whether nothing can be made of a row. */
export function isUnreadSql({ said }: List): string {
  return Object.values(said)
    .map((sql) => `${sql} IS NULL`)
    .join(' OR ');
}

function rowsSql(
  { table, said, key = Object.keys(said) }: List,
  tables: Tables,
  more: Readonly<Record<string, string>> = {},
): string {
  const columns = Object.entries({ ...said, ...more }).map(([name, sql]) => `${sql} AS ${name}`);
  const keyed = key.map((name) => said[name] ?? '');
  return `SELECT ${columns.join(', ')} FROM (${listSql(table, tables, keyed, Object.values(said))}) AS l`;
}

export function placementList({ placements }: SourceDeclaration): List | undefined {
  if (!placements) return undefined;
  const { table, store, product: goods, days } = placements;
  const [from, to] =
    'from' in days
      ? [day(days.from), day(days.to)]
      : [0, 6].map(
          (later) =>
            `CAST(DATE ${literal(days.firstBegins)} + ${later} + 7 * (${wholeNumberSql(read.text(days.week))} - 1) AS DATE)`,
        );
  return {
    table,
    said: { store_id: code(store), product_id: product(goods), from_date: `${from}`, to_date: `${to}` },
    key: ['store_id', 'product_id', 'from_date'],
  };
}

/** SELECT of what stores had in their mailer or on display; a row that says neither is no placement. */
export function placementRecords(declaration: SourceDeclaration): Records {
  const { placements, tables } = declaration;
  const list = placementList(declaration);
  if (!placements || !list) return {};
  const [mailer, display] = [locationSql(placements.mailer), locationSql(placements.display)];
  return {
    placements: `${rowsSql(list, tables, { mailer_location: mailer, display_location: display })}
      WHERE coalesce(mailer_location, display_location) IS NOT NULL`,
  };
}

/** SQL: what a location is called; NULL where it is none, and a code without a name is its own. */
function locationSql(location: Location | undefined): string {
  if (!location) return 'CAST(NULL AS VARCHAR)';
  const names = [
    ...location.none.map((none) => [literal(none), 'NULL']),
    ...Object.entries(location.called).map(([of, called]) => [literal(of), literal(called)]),
  ];
  const found = code(location.column);
  if (names.length === 0) return found;
  return `CASE ${found} ${names.map(([of, called]) => `WHEN ${of} THEN ${called}`).join(' ')} ELSE ${found} END`;
}

/** The lists of campaigns, of their coupons, of whom they were sent to and of what came back. */
export function campaignLists({ campaigns }: SourceDeclaration): Partial<Record<keyof Records, List>> {
  if (!campaigns) return {};
  const { coupons, customers, redemptions } = campaigns;
  return {
    couponCampaigns: {
      table: campaigns.table,
      said: { campaign_id: code(campaigns.id), from_date: day(campaigns.from), to_date: day(campaigns.to) },
      key: ['campaign_id'],
    },
    coupons: {
      table: coupons.table,
      said: {
        campaign_id: code(coupons.campaign),
        coupon_id: code(coupons.coupon),
        product_id: product(coupons.product),
      },
    },
    campaignCustomers: {
      table: customers.table,
      said: { campaign_id: code(customers.campaign), customer_id: customerSql(customers.customer, read) },
    },
    couponRedemptions: {
      table: redemptions.table,
      said: {
        campaign_id: code(redemptions.campaign),
        coupon_id: code(redemptions.coupon),
        customer_id: customerSql(redemptions.customer, read),
        redeemed_on: day(redemptions.day),
      },
    },
  };
}

/** SELECTs of those lists, each row once. */
export function campaignRecords(declaration: SourceDeclaration): Records {
  const { campaigns, tables } = declaration;
  const type = campaigns?.type ? { campaign_type: read.words(campaigns.type) } : {};
  const selects = Object.entries(campaignLists(declaration)).map(([name, list]) => [
    name,
    rowsSql(list, tables, name === 'couponCampaigns' ? type : {}),
  ]);
  return Object.fromEntries(selects);
}
