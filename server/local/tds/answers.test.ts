import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Connection, TYPES } from 'tedious';
import { COLLATION } from '#server/gold/ddl.ts';
import { makeSampleLake, SAMPLE_DAYS, type SampleLake } from './sample-lake.ts';
import { startTdsEndpoint, type TdsEndpoint } from './start-tds-endpoint.ts';
import { ask, batch, SQL_LOGIN, signIn, signOut } from './tds-client.ts';

describe('The TDS endpoint', () => {
  let lake: SampleLake;
  let endpoint: TdsEndpoint;
  let connection: Connection;

  before(async () => {
    lake = await makeSampleLake();
    await lake.build('first', 7);
    const trust = { sqlLogin: SQL_LOGIN };
    endpoint = await startTdsEndpoint({ port: 0, lakeRoot: lake.root, database: 'retail', trust });
    connection = await signIn(endpoint.port);
  });
  after(async () => {
    await signOut(connection);
    await endpoint.close();
    await lake.remove();
  });

  it('answers a batch with rows, names and types', async () => {
    const { rows, types, rowCount } = await batch(
      connection,
      `SELECT TOP (1) s.business_date AS day, s.store_id AS storeId, s.country AS country, s.net_sales AS net,
        s.units AS units, CAST(s.units AS bigint) AS many, CAST(1 AS bit) AS flag, CAST(0.5 AS float) AS share
      FROM gold.store_day AS s ORDER BY s.net_sales DESC`,
    );
    assert.equal(rowCount, 1);
    assert.deepEqual(rows, [
      {
        day: new Date('2010-12-25'),
        storeId: 'S9',
        country: 'Côte d’Ivoire',
        net: 124_998.75,
        units: 7,
        many: '7',
        flag: true,
        share: 0.5,
      },
    ]);
    assert.deepEqual(types, {
      day: 'Date',
      storeId: 'VarChar',
      country: 'NVarChar',
      net: 'DecimalN',
      units: 'IntN',
      many: 'IntN',
      flag: 'BitN',
      share: 'FloatN',
    });
  });

  it('gives back every type of parameter as it was sent', async () => {
    const at = new Date('2010-12-31T23:59:59.987Z');
    const long = 'ß☃'.repeat(40_000);
    const parameters = [
      { name: 'small', type: TYPES.TinyInt, value: 255 },
      { name: 'short', type: TYPES.SmallInt, value: -32_768 },
      { name: 'whole', type: TYPES.Int, value: -2_147_483_648 },
      { name: 'large', type: TYPES.BigInt, value: '-9223372036854775808' },
      { name: 'flag', type: TYPES.Bit, value: false },
      { name: 'float', type: TYPES.Float, value: 1e300 },
      { name: 'amount', type: TYPES.Decimal, value: -123_456.78, precision: 18, scale: 2 },
      { name: 'day', type: TYPES.Date, value: new Date('0001-01-01') },
      { name: 'moment', type: TYPES.DateTime2, value: at, scale: 3 },
      { name: 'ascii', type: TYPES.VarChar, value: 'it’s é' },
      { name: 'text', type: TYPES.NVarChar, value: "';-- ]] \u0000 ☃" },
      { name: 'empty', type: TYPES.NVarChar, value: '' },
      { name: 'long', type: TYPES.NVarChar, value: long },
      { name: 'longAscii', type: TYPES.VarChar, value: 'x'.repeat(100_000) },
    ];
    const columns = parameters.map(({ name }) => `@${name} AS ${name}`).join(', ');
    const { rows } = await ask(connection, `SELECT ${columns}`, parameters);
    const sent = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
    assert.deepEqual({ ...rows[0], moment: Number(rows[0]?.['moment']) }, { ...sent, moment: at.getTime() });
  });

  it('gives NULL back in every type, and keeps the type', async () => {
    const sent = {
      Int: 'IntN',
      BigInt: 'IntN',
      Bit: 'BitN',
      Float: 'FloatN',
      Decimal: 'DecimalN',
      Date: 'Date',
      DateTime2: 'DateTime2',
      VarChar: 'VarChar',
      NVarChar: 'NVarChar',
    } as const;
    const names = Object.keys(sent) as (keyof typeof sent)[];
    const parameters = names.map((name) => ({ name, type: TYPES[name], value: null }));
    const columns = names.map((name) => `@${name} AS ${name}`).join(', ');
    const { rows, types } = await ask(connection, `SELECT ${columns}`, parameters);
    assert.deepEqual(rows, [Object.fromEntries(names.map((name) => [name, null]))]);
    assert.deepEqual(types, sent);
  });

  it('takes parameters in a filter, whatever the case of their names', async () => {
    const { rows } = await ask(
      connection,
      'SELECT COUNT(*) AS days FROM gold.store_day AS s WHERE s.store_id = @Store AND s.business_date = @DAY',
      [
        { name: 'store', type: TYPES.VarChar, value: 'S3' },
        { name: 'day', type: TYPES.Date, value: new Date('2010-12-25') },
      ],
    );
    assert.equal(Number(rows[0]?.['days']), 322);
  });

  it('reads a statement of more than 64 kB', async () => {
    const list = Array.from({ length: 3_500 }, (_, at) => `'STORE_${at}'`).join(', ');
    const sql = `SELECT COUNT(*) AS n FROM gold.store_day AS s WHERE s.store_id IN (${list}, 'S1')`;
    for (const send of [batch, ask]) {
      const { rows } = await send(connection, sql);
      assert.equal(Number(rows[0]?.['n']), SAMPLE_DAYS / 10);
    }
  });

  it('takes note of session settings and USE before the one statement', async () => {
    const { rows } = await batch(
      connection,
      `-- opening
      SET NOCOUNT ON; SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED SET DATEFIRST 1
      USE [retail]; SELECT p.product_name AS name FROM gold.products AS p WHERE p.category IS NULL`,
    );
    assert.deepEqual(rows, [{ name: 'Bunting' }]);
    assert.equal((await batch(connection, 'SET ANSI_NULLS ON')).rowCount, 0);
  });

  it('answers the metadata views with the types of the contract', async () => {
    const { rows } = await batch(
      connection,
      `SELECT c.COLUMN_NAME AS name, c.DATA_TYPE AS type, c.NUMERIC_SCALE AS scale, c.CHARACTER_MAXIMUM_LENGTH AS length,
        c.COLLATION_NAME AS collation
      FROM INFORMATION_SCHEMA.COLUMNS AS c WHERE c.TABLE_NAME = 'store_day' AND c.ORDINAL_POSITION IN (2, 7)
      ORDER BY c.ORDINAL_POSITION`,
    );
    assert.deepEqual(rows, [
      { name: 'store_id', type: 'varchar', scale: null, length: 16, collation: COLLATION },
      { name: 'net_sales', type: 'decimal', scale: 2, length: null, collation: null },
    ]);
    const tables = await batch(
      connection,
      'SELECT t.TABLE_NAME AS name FROM [information_schema].tables AS t',
    );
    assert.deepEqual(tables.rows.map(({ name }) => name).sort(), ['products', 'store_day']);
    const views = await batch(
      connection,
      'SELECT v.name AS name FROM sys.views AS v WHERE v.object_id = 1000',
    );
    assert.equal(views.rows.length, 1);
  });

  it('says who and where a session is', async () => {
    const { rows } = await batch(
      connection,
      "SELECT DB_NAME() AS db, SUSER_SNAME() AS who, @@SPID AS id, '@@SPID' AS [@@SPID]",
    );
    assert.deepEqual(
      { ...rows[0], id: typeof rows[0]?.['id'] },
      { db: 'retail', who: 'reader', id: 'number', '@@SPID': '@@SPID' },
    );
  });

  it('serves eight clients at once', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => signIn(endpoint.port)));
    const answers = await Promise.all(
      clients.map((client, at) =>
        ask(client, 'SELECT SUM(s.units) AS units FROM gold.store_day AS s WHERE s.store_id = @store', [
          { name: 'store', type: TYPES.VarChar, value: `S${at}` },
        ]),
      ),
    );
    assert.deepEqual(new Set(answers.map(({ rows }) => Number(rows[0]?.['units']))), new Set([70_000]));
    await Promise.all(clients.map(signOut));
  });

  it('puts the session back when the client asks for it', async () => {
    await new Promise<void>((resolve, reject) =>
      connection.reset((error) => (error ? reject(error) : resolve())),
    );
    assert.deepEqual((await batch(connection, 'SELECT 1 AS one')).rows, [{ one: 1 }]);
  });
});
