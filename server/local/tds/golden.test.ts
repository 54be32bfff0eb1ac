import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Connection, type ConnectionConfiguration, TYPES } from 'tedious';
import type { DataType } from 'tedious/lib/data-type.js';
import { GOLDEN_CASES } from '#server/lakehouse/tsql/golden-cases.ts';
import { namedEndpoint } from './named-endpoint.ts';
import { makeSampleLake, type SampleLake } from './sample-lake.ts';
import { startTdsEndpoint, type TdsEndpoint } from './start-tds-endpoint.ts';
import { ask, open, type Parameter, SQL_LOGIN, signIn, signOut } from './tds-client.ts';

const WIRE_TYPES = {
  bit: 'BitN',
  tinyint: 'IntN',
  smallint: 'IntN',
  int: 'IntN',
  bigint: 'IntN',
  float: 'FloatN',
  decimal: 'DecimalN',
  date: 'Date',
  datetime2: 'DateTime2',
  varchar: 'VarChar',
  nvarchar: 'NVarChar',
  null: 'IntN',
} as const;

const SENT_AS: Readonly<Record<string, DataType>> = {
  bit: TYPES.Bit,
  int: TYPES.Int,
  bigint: TYPES.BigInt,
  float: TYPES.Float,
  decimal: TYPES.Decimal,
  date: TYPES.Date,
  datetime2: TYPES.DateTime2,
  varchar: TYPES.VarChar,
  nvarchar: TYPES.NVarChar,
};

/** An endpoint that somebody named, to be held against the same answers. */
const NAMED = namedEndpoint(process.env);

describe('Through tedious, SQL Server’s answer comes back', () => {
  let lake: SampleLake;
  let endpoint: TdsEndpoint;

  before(async () => {
    lake = await makeSampleLake();
    await lake.build('first', 7);
    const trust = { sqlLogin: SQL_LOGIN };
    endpoint = await startTdsEndpoint({ port: 0, lakeRoot: lake.root, database: 'retail', trust });
  });
  after(async () => {
    await endpoint.close();
    await lake.remove();
  });

  describe('from the local endpoint', () => everyGoldenCase(() => signIn(endpoint.port)));
});

describe(
  'Through tedious, SQL Server’s answer comes back from the endpoint named in the environment',
  {
    skip: NAMED === undefined && 'none is named: set CONTRACT_SQL_HOST (server/local/tds/named-endpoint.ts)',
  },
  () => everyGoldenCase(() => open(NAMED as ConnectionConfiguration)),
);

function everyGoldenCase(connect: () => Promise<Connection>): void {
  let connection: Connection;
  before(async () => {
    connection = await connect();
  });
  after(() => signOut(connection));

  for (const { construct, tsql, parameters = {}, expected, sqlTypes } of GOLDEN_CASES)
    it(construct, async () => {
      const { rows, types } = await ask(connection, tsql, Object.entries(parameters).map(asSent));
      const values = rows.map((row) => Object.values(row).map((value, at) => asText(value, sqlTypes[at])));
      assert.deepEqual(
        values,
        expected.map((row) => row.map((value, at) => asText(value, sqlTypes[at]))),
        tsql,
      );
      assert.deepEqual(
        Object.values(types).map(withNull),
        sqlTypes.map((sqlType) => wireType(sqlType)),
        tsql,
      );
    });
}

function asSent([name, { sqlType, value }]: [string, { sqlType: string; value: unknown }]): Parameter {
  const [kind = '', first, second] = sqlType.split(/[(),]/);
  const type = SENT_AS[kind];
  assert.ok(type, `a parameter of the type ${sqlType}`);
  const facets = kind === 'decimal' ? { precision: Number(first), scale: Number(second) } : {};
  return { name, type, value: kind === 'date' ? new Date(String(value)) : value, ...facets };
}

function wireType(sqlType: string): string | undefined {
  return WIRE_TYPES[sqlType.replace(/\(.*/, '') as keyof typeof WIRE_TYPES];
}

/** A server that knows of no NULL in a column may say so in its type; decimal and numeric are one. */
function withNull(wire: string): string {
  if (/^(?:Decimal|Numeric)N?$/.test(wire)) return 'DecimalN';
  return wire.replace(/^(?:Tiny|Small|Big)?Int$/, 'IntN').replace(/^(Bit|Float)$/, '$1N');
}

/** tedious makes a number of a decimal and a Date of a moment: both sides are brought to one writing. */
function asText(value: unknown, sqlType = ''): unknown {
  if (value === null) return null;
  if (sqlType.startsWith('decimal')) return Number(value);
  if (!sqlType.startsWith('date')) return value;
  return value instanceof Date ? value.getTime() : Math.floor(Date.parse(`${value}Z`));
}
