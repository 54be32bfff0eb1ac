import { codeSql, daySql, wholeNumberSql } from '../received-text.ts';
import type { Source } from '../source.ts';
import { literal } from '../sql-text.ts';
import { columnReader, customerSql, listSql } from './column-sql.ts';
import type { Customer, Location, SourceDeclaration } from './declaration.ts';

type Records = NonNullable<Source['records']>;
type Tables = SourceDeclaration['tables'];

/** A received list, with SQL over its row `l` for what each row must say; one that does not is none. */
interface List {
  readonly table: string;
  readonly said: Readonly<Record<string, string>>;
  /** Which of them tell a row from every other; without it all do. */
  readonly key?: readonly string[];
}

/** What each part of such a list is read by. */
function reading(part: { readonly table: string }, tables: Tables) {
  const read = columnReader(part, tables);
  const code = (column: string) => codeSql(read.text(column));
  return {
    code,
    product: (column: string) => `upper(${code(column)})`,
    customer: (written: Customer) => customerSql(written, read),
    number: (column: string) => wholeNumberSql(read.text(column)),
    day: (written: { readonly column: string; readonly format: string }) =>
      daySql(read.text(written.column), written),
    words: read.words,
  };
}

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

export function placementList({ placements, tables }: SourceDeclaration): List | undefined {
  if (!placements) return undefined;
  const { code, product, number, day } = reading(placements, tables);
  const { table, store, product: goods, days } = placements;
  const [from, to] =
    'from' in days
      ? [day(days.from), day(days.to)]
      : [0, 6].map(
          (later) =>
            `CAST(DATE ${literal(days.firstBegins)} + ${later} + 7 * (${number(days.week)} - 1) AS DATE)`,
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
  const { code } = reading(placements, tables);
  const at = (location: Location | undefined) =>
    location ? locationSql(location, code(location.column)) : 'CAST(NULL AS VARCHAR)';
  const locations = { mailer_location: at(placements.mailer), display_location: at(placements.display) };
  return {
    placements: `${rowsSql(list, tables, locations)}
      WHERE coalesce(mailer_location, display_location) IS NOT NULL`,
  };
}

/** SQL: what a location is called; NULL where it is none, and a code without a name is its own. */
function locationSql({ none, called }: Location, code: string): string {
  const names = [
    ...none.map((one) => [literal(one), 'NULL']),
    ...Object.entries(called).map(([of, name]) => [literal(of), literal(name)]),
  ];
  if (names.length === 0) return code;
  return `CASE ${code} ${names.map(([of, name]) => `WHEN ${of} THEN ${name}`).join(' ')} ELSE ${code} END`;
}

/** The lists of campaigns, of their coupons, of whom they were sent to and of what came back. */
export function campaignLists({
  campaigns,
  tables,
}: SourceDeclaration): Partial<Record<keyof Records, List>> {
  if (!campaigns) return {};
  const { coupons, customers, redemptions } = campaigns;
  const [sent, printed] = [reading(campaigns, tables), reading(coupons, tables)];
  const [posted, back] = [reading(customers, tables), reading(redemptions, tables)];
  return {
    couponCampaigns: {
      table: campaigns.table,
      said: {
        campaign_id: sent.code(campaigns.id),
        from_date: sent.day(campaigns.from),
        to_date: sent.day(campaigns.to),
      },
      key: ['campaign_id'],
    },
    coupons: {
      table: coupons.table,
      said: {
        campaign_id: printed.code(coupons.campaign),
        coupon_id: printed.code(coupons.coupon),
        product_id: printed.product(coupons.product),
      },
    },
    campaignCustomers: {
      table: customers.table,
      said: {
        campaign_id: posted.code(customers.campaign),
        customer_id: posted.customer(customers.customer),
      },
    },
    couponRedemptions: {
      table: redemptions.table,
      said: {
        campaign_id: back.code(redemptions.campaign),
        coupon_id: back.code(redemptions.coupon),
        customer_id: back.customer(redemptions.customer),
        redeemed_on: back.day(redemptions.day),
      },
    },
  };
}

/** SELECTs of those lists, each row once. */
export function campaignRecords(declaration: SourceDeclaration): Records {
  const { campaigns, tables } = declaration;
  const type = campaigns?.type ? { campaign_type: reading(campaigns, tables).words(campaigns.type) } : {};
  const selects = Object.entries(campaignLists(declaration)).map(([name, list]) => [
    name,
    rowsSql(list, tables, name === 'couponCampaigns' ? type : {}),
  ]);
  return Object.fromEntries(selects);
}
