import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { makeSampleLake, type SampleLake } from './sample-lake.ts';
import { startTdsEndpoint, type TdsEndpoint } from './start-tds-endpoint.ts';

const absent = spawnSync('tsql', ['-C']).error !== undefined;

describe('FreeTDS', { skip: absent && 'tsql is not installed (Debian: freetds-bin)' }, () => {
  let lake: SampleLake;
  let endpoint: TdsEndpoint;

  before(async () => {
    lake = await makeSampleLake();
    await lake.build('first', 7);
    const trust = { sqlLogin: { login: 'reader', password: 'open sesame' } };
    endpoint = await startTdsEndpoint({ port: 0, lakeRoot: lake.root, database: 'retail', trust });
  });
  after(async () => {
    await endpoint.close();
    await lake.remove();
  });

  /** What tsql prints when it is given the batches. */
  function tsql(password: string, ...batches: string[]): Promise<string> {
    return new Promise((resolve) => {
      const where = ['-H', '127.0.0.1', '-p', String(endpoint.port), '-D', 'retail', '-o', 'q'];
      const client = execFile('tsql', [...where, '-U', 'reader', '-P', password], (_, out, err) =>
        resolve(out + err),
      );
      client.stdin?.end(`${batches.join('\ngo\n')}\ngo\nexit\n`);
    });
  }

  it('reads rows, NULLs, texts and all 38 digits of a decimal', async () => {
    const printed = await tsql(
      'open sesame',
      `SELECT TOP (1) s.store_id AS id, s.country AS country, s.net_sales AS net, CAST(NULL AS int) AS nothing,
        CAST('-999999999999999999999999999999999999.99' AS decimal(38,2)) AS big,
        CAST(9223372036854775807 AS bigint) AS many, CAST(1 AS bit) AS flag
      FROM gold.store_day AS s ORDER BY s.net_sales DESC`,
    );
    assert.match(
      printed,
      /S9\tCôte d’Ivoire\t124998\.75\tNULL\t-999999999999999999999999999999999999\.99\t9223372036854775807\t1/,
    );
  });

  it('reads on after an error, which it shows with its number', async () => {
    const printed = await tsql(
      'open sesame',
      'SELECT n.a AS a FROM gold.nowhere AS n',
      "SELECT 'after' AS a",
    );
    assert.match(
      printed,
      /Msg 208 .*\n.*Invalid object name 'gold\.nowhere'[\s\S]*after|after[\s\S]*Msg 208/,
    );
  });

  it('reads a big answer to its end', async () => {
    const printed = await tsql('open sesame', 'SELECT s.net_sales AS net FROM gold.store_day AS s');
    assert.equal(printed.match(/^\d+\.\d\d$/gm)?.length, 100_000);
  });

  it('is refused with a wrong password', async () => {
    assert.match(await tsql('close sesame', 'SELECT 1 AS one'), /18456[\s\S]*Login failed for user 'reader'/);
  });
});
