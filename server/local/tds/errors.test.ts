import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Connection, Request, TYPES } from 'tedious';
import { fromDuckDbError } from './duckdb-errors.ts';
import { makeSampleLake, type SampleLake } from './sample-lake.ts';
import { startTdsEndpoint, type TdsEndpoint } from './start-tds-endpoint.ts';
import { ask, batch, SQL_LOGIN, signIn, signOut } from './tds-client.ts';

const REFUSED_BY_NUMBER = {
  'SELECT n.a AS a FROM gold.nowhere AS n': [208, /Invalid object name 'gold.nowhere'/],
  'SELECT p.colour AS c FROM gold.products AS p': [207, /Invalid column name 'colour'/],
  'SELECT q.product_id AS c FROM gold.products AS p': [207, /'q.product_id'/],
  'SELECT p.category AS c, COUNT(*) AS n FROM gold.products AS p': [8120, /GROUP BY/],
  'SELECT 1 AS a FROM': [102, /Incorrect syntax/],
  'SELECT 1 / 0 AS a': [8134, /Divide by zero/],
  "SELECT CAST('abc' AS int) AS a": [245, /Conversion failed when converting/],
  "SELECT CAST('2010-02-30' AS date) AS a": [241, /converting date/],
  'SELECT CAST(3000000000 AS int) AS a': [8115, /Arithmetic overflow/],
  'SELECT 2147483647 + 1 AS a': [8115, /Arithmetic overflow/],
  "SELECT CAST('x' AS decimal(5,2)) AS a": [8114, /Error converting data type varchar to numeric/],
  'SELECT DATEFROMPARTS(2010, 2, 30) AS a': [289, /Cannot construct/],
  "SELECT DATEADD(year, 9000, CAST('2010-01-01' AS date)) AS a": [517, /years/],
  'SELECT CAST(1e308 AS float) * 10 AS a': [8115, /float/],
  'SELECT (SELECT p.product_id AS i FROM gold.products AS p) AS a': [512, /more than 1 value/],
  'SELECT @nobody AS a': [137, /scalar variable "@nobody"/],
  'DELETE FROM gold.products': [50_000, /DELETE/],
  'SELECT 1 AS a; SELECT 2 AS b': [50_000, /several statements/],
  'CREATE VIEW gold.mine AS SELECT 1 AS a': [50_000, /./],
  'EXEC sp_who': [50_000, /./],
  'SET NOCOUNT ON; DROP TABLE gold.products': [50_000, /./],
  'SET FMTONLY ON SELECT 1 AS a': [50_000, /FMTONLY ON/],
  'SET ANSI_NULLS, ANSI_PADDING OFF': [50_000, /ANSI_NULLS/],
  'SET ROWCOUNT 5': [50_000, /ROWCOUNT 5/],
  'SET @a = 1': [195, /SET/],
  'USE elsewhere; SELECT 1 AS a': [4060, /elsewhere/],
} as const;

describe('An error of the TDS endpoint', () => {
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

  for (const [sql, [number, message]] of Object.entries(REFUSED_BY_NUMBER))
    it(`has number ${number} for ${sql}, and the session goes on`, async () => {
      for (const send of [batch, ask]) await assert.rejects(send(connection, sql), { number, message });
      assert.deepEqual((await batch(connection, 'SELECT 1 AS one')).rows, [{ one: 1 }]);
    });

  it('has number 2812 for any other procedure', async () => {
    const call = new Promise((resolve, reject) => {
      const request = new Request('sp_who', (error) => (error ? reject(error) : resolve(undefined)));
      connection.callProcedure(request);
    });
    await assert.rejects(call, { number: 2812 });
  });

  it('has number 50000 for a transaction and for a type the contract does not use', async () => {
    const transaction = new Promise((resolve, reject) =>
      connection.beginTransaction((error) => (error ? reject(error) : resolve(undefined))),
    );
    await assert.rejects(transaction, { number: 50_000 });
    const image = { name: 'image', type: TYPES.VarBinary, value: Buffer.from('x') };
    await assert.rejects(ask(connection, 'SELECT @image AS image', [image]), {
      number: 50_000,
      message: /VarBinary/,
    });
  });

  it('never names a file of the machine', async () => {
    const tries = [
      "SELECT t.content AS c FROM read_text('/etc/passwd') AS t",
      `SELECT g.file AS f FROM glob('${lake.root}/**') AS g`,
      'SELECT v.sql AS s FROM duckdb_views() AS v',
      'SELECT v.sql AS s FROM sys.duckdb_views AS v',
      "SELECT current_setting('allowed_directories') AS s",
      'SELECT CAST(p.product_name AS int) AS n FROM gold.products AS p',
    ];
    for (const sql of tries)
      await assert.rejects(
        batch(connection, sql),
        ({ message }: Error) => !/\/etc|\/tmp|lake/.test(message),
        sql,
      );
  });

  it('keeps to its kind where DuckDB says something new', () => {
    const error = fromDuckDbError(new Error('IO Error: Cannot open file "/secret/part-0.parquet"'));
    assert.deepEqual([error.number, error.message], [50_000, 'The statement could not be run (IO).']);
    assert.equal(fromDuckDbError('?').message, 'The statement could not be run (Internal).');
  });
});
