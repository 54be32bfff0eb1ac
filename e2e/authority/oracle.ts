import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Role } from '#lib/roles.ts';
import { CHAIN } from '../stacks.ts';

/** Who may see what, written down again from the requirement and not from the product's table. */
export const PEOPLE: readonly Expected[] = [
  {
    account: 'erin@contoso.test',
    role: 'executive',
    sees: () => true,
    sales: true,
    lake: true,
    admin: false,
  },
  {
    account: 'rita@contoso.test',
    role: 'regional-manager',
    sees: ({ region }) => region === 'North',
    sales: true,
    lake: false,
    admin: false,
  },
  {
    account: 'max@contoso.test',
    role: 'store-manager',
    sees: ({ id }) => id === 'S-003',
    sales: true,
    lake: false,
    admin: false,
  },
  {
    account: 'mia@contoso.test',
    role: 'store-manager',
    sees: ({ id }) => id === 'S-007' || id === 'S-012',
    sales: true,
    lake: false,
    admin: false,
  },
  {
    account: 'petra@contoso.test',
    role: 'pricing-analyst',
    sees: () => true,
    sales: true,
    lake: false,
    admin: false,
  },
  // Serves customers of every store, and has no figures of any.
  {
    account: 'cara@contoso.test',
    role: 'customer-care',
    sees: () => true,
    sales: false,
    lake: false,
    admin: false,
  },
  {
    account: 'adam@contoso.test',
    role: 'administrator',
    sees: () => false,
    sales: false,
    lake: true,
    admin: true,
  },
  { account: 'nobody@contoso.test', role: null, sees: () => false, sales: false, lake: false, admin: false },
  { account: null, role: null, sees: () => false, sales: false, lake: false, admin: false },
];

export interface Expected {
  /** Null for nobody at all. */
  readonly account: string | null;
  readonly role: Role | null;
  readonly sees: (store: RawStore) => boolean;
  readonly sales: boolean;
  readonly lake: boolean;
  readonly admin: boolean;
}

export interface RawStore {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** Pence sold in each of PERIODS, from the tills' own lines. */
  readonly pence: readonly bigint[];
}

export const PERIODS = [
  { from: '2026-10-05', to: '2026-10-11' },
  { from: '2026-09-01', to: '2026-10-31' },
] as const;

/** Every store of the generated chain, as the files received name it and sum it. */
export async function rawStores(): Promise<RawStore[]> {
  const bronze = join(CHAIN.lakeRoot, 'current/bronze');
  const sums = PERIODS.map(
    ({ from, to }, at) =>
      `CAST(coalesce(sum(net) FILTER (day BETWEEN '${from}' AND '${to}'), 0) * 100 AS bigint) AS pence${at}`,
  );
  const duck = await DuckDBInstance.create(':memory:');
  const connection = await duck.connect();
  try {
    const reader = await connection.runAndReadAll(`
      WITH lines AS (SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM '${bronze}/pos/till_lines/*.parquet'),
      sold AS (SELECT store_code, till_time[1:10] AS day,
        CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2)) AS net FROM lines)
      SELECT s.store_code AS id, any_value(s.store_name) AS name, any_value(s.region) AS region, ${sums.join(', ')}
      FROM '${bronze}/head_office/store_list/*.parquet' AS s LEFT JOIN sold USING (store_code) GROUP BY ALL ORDER BY 1`);
    return reader.getRowObjectsJson().map((row) => ({
      id: String(row['id']),
      name: String(row['name']),
      region: String(row['region']),
      pence: PERIODS.map((_, at) => BigInt(String(row[`pence${at}`]))),
    }));
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}
