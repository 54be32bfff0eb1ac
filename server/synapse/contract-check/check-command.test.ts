import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { GOLD_TABLES } from '#server/gold/contract.ts';
import type { LakeTable } from '#server/gold/table.ts';

/** `npm run synapse -- check` as an operator runs it, against the local TDS endpoint over lakes made here. */
const CHECKOUT = fileURLToPath(new URL('../../../', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'retail-pulse-check-'));
const stops: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const stop of stops) await stop();
  rmSync(root, { recursive: true, force: true });
});

/** How one column of a table is written to its file, where not as the contract says. */
type Drift = Readonly<Record<string, Readonly<Record<string, string>>>>;
let kept: DuckDBInstance;
before(async () => {
  kept = await DuckDBInstance.create(':memory:');
});

/** A lake of empty files of every gold table; a table mapped to {} has no file. */
async function writeLake(name: string, drift: Drift): Promise<string> {
  const connection = await kept.connect();
  const build = join(root, name, 'builds', 'a');
  for (const table of GOLD_TABLES) {
    const other = drift[table.name];
    if (other && Object.keys(other).length === 0) continue;
    const folder = join(
      build,
      'gold',
      table.name,
      ...(table.partitions.length > 0 ? ['year=0000/month=00'] : []),
    );
    mkdirSync(folder, { recursive: true });
    const columns = Object.entries<LakeTable['columns'][string]>(table.columns).map(
      ([column, { sqlType }]) => other?.[column] ?? `CAST(NULL AS ${duckType(sqlType)}) AS ${column}`,
    );
    await connection.run(
      `COPY (SELECT ${columns.join(', ')} WHERE false) TO '${join(folder, 'part-0.parquet')}' (FORMAT parquet)`,
    );
  }
  connection.closeSync();
  symlinkSync(join('builds', 'a'), join(root, name, 'current'));
  return join(root, name);
}

const duckType = (sqlType: string) =>
  sqlType.startsWith('datetime2')
    ? 'TIMESTAMP'
    : sqlType.replace(/^bit$/, 'BOOLEAN').replace(/^n?varchar.*/, 'VARCHAR');

async function startEndpoint(lake: string): Promise<number> {
  const env = {
    ...process.env,
    TDS_PORT: '0',
    LAKE_ROOT: lake,
    TDS_SQL_LOGIN: 'reader',
    TDS_SQL_PASSWORD: 'secret',
  };
  const tds = spawn(process.execPath, ['--conditions=react-server', 'server/local/tds/main.ts'], {
    cwd: CHECKOUT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stops.push(async () => {
    tds.kill('SIGTERM');
    if (tds.exitCode === null) await once(tds, 'exit');
  });
  const { promise, resolve } = Promise.withResolvers<number>();
  let said = '';
  tds.stdout.on('data', (text) => {
    said += text;
    const port = /"tds\.listening","port":(\d+)/.exec(said)?.[1];
    if (port) resolve(Number(port));
  });
  return promise;
}

async function check(port: number) {
  const env = {
    ...process.env,
    ...{
      SESSION_SECRET: 's'.repeat(32),
      SQL_HOST: '127.0.0.1',
      SQL_PORT: String(port),
      SQL_DATABASE: 'retail',
    },
    ...{ SQL_ENCRYPT: 'off', SQL_USER: 'reader', SQL_PASSWORD: 'secret', REDIS_URL: 'redis://127.0.0.1:1' },
    ...{
      ENTRA_TENANT_ID: 'tenant',
      ENTRA_AUTHORITY: 'https://login.example/tenant',
      ENTRA_SPA_CLIENT_ID: 'spa',
    },
    ...{ ENTRA_API_CLIENT_ID: 'api', ENTRA_API_CLIENT_SECRET: 'secret' },
  };
  const args = ['--conditions=react-server', 'server/synapse/main.ts', 'check'];
  const child = spawn(process.execPath, args, { cwd: CHECKOUT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    texts.out += text;
  });
  child.stderr.on('data', (text) => {
    texts.err += text;
  });
  const [code] = await once(child, 'close');
  return { code, ...texts };
}

test('a lake that keeps the contract is said to', async () => {
  const { code, out, err } = await check(await startEndpoint(await writeLake('kept', {})));
  assert.equal(code, 0, out + err);
  assert.match(
    out,
    new RegExp(`^${GOLD_TABLES.length} views and their \\d+ columns are as the contract says`),
  );
});

test('a lake that has drifted is told apart column by column', async () => {
  const drifted = await writeLake('drifted', {
    store_day: { net_sales: 'CAST(NULL AS DOUBLE) AS net_sales', units: 'CAST(NULL AS BIGINT) AS units' },
    promotions: { reduction_rate: 'CAST(NULL AS DECIMAL(5,2)) AS reduction_rate' },
    competitor_prices: {},
  });
  const { code, out } = await check(await startEndpoint(drifted));
  assert.equal(code, 1);
  assert.deepEqual(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/)),
    [
      ['view', 'column', 'contract', 'there'],
      [...['', '', '', ''].map((_, at) => '─'.repeat([22, 14, 13, 12][at] ?? 0))],
      ['gold.store_day', 'net_sales', 'decimal(18,2)', 'float'],
      ['gold.store_day', 'units', 'int', 'bigint'],
      ['gold.competitor_prices', '(the view)', 'a view', 'nothing'],
      ['gold.promotions', 'reduction_rate', 'decimal(9,4)', 'decimal(5,2)'],
      [''],
      [`4 differences from the contract of ${GOLD_TABLES.length} views.`],
    ],
  );
});

test('where nobody answers nothing is said of the lake', async () => {
  const { code, err } = await check(1);
  assert.equal(code, 2);
  assert.match(err, /^Nothing could be checked: /);
});
