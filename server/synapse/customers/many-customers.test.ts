import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { START } from '#lib/customer-cursor.ts';
import type { CustomerLine } from '#lib/customers.ts';
import type { RowScope, ScopeOfStores } from '#lib/scope.ts';
import { closeGoldSource } from '../gold-source.ts';
import { findByNumber } from './find-by-number.ts';
import { CUSTOMERS_A_PAGE, listCustomers } from './list-customers.ts';
import { writeManyCustomers } from './many-customers.ts';

const CUSTOMERS = 100_000;
const root = mkdtempSync(join(tmpdir(), 'retail-pulse-customers-'));
const ALL = { kind: 'all' } as RowScope;
const within = (...storeIds: [string, ...string[]]) =>
  ({ kind: 'stores', storeIds }) satisfies ScopeOfStores as unknown as RowScope;
let tds: ChildProcess;

before(async () => {
  await writeManyCustomers(root, CUSTOMERS);
  const login = { TDS_PORT: '0', LAKE_ROOT: root, TDS_SQL_LOGIN: 'reader', TDS_SQL_PASSWORD: 'secret' };
  tds = spawn(process.execPath, ['--conditions=react-server', 'server/local/tds/main.ts'], {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    env: { ...process.env, ...login },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const entra = {
    TENANT_ID: 'tenant',
    SPA_CLIENT_ID: 'spa',
    API_CLIENT_ID: 'api',
    API_CLIENT_SECRET: 'secret',
  };
  Object.assign(process.env, {
    ...Object.fromEntries(Object.entries(entra).map(([name, value]) => [`ENTRA_${name}`, value])),
    ENTRA_AUTHORITY: 'https://login.example/tenant',
    ...{ SESSION_SECRET: 's'.repeat(32), REDIS_URL: 'redis://127.0.0.1:1' },
    ...{ SQL_HOST: '127.0.0.1', SQL_PORT: String(await listeningPort(tds)), SQL_DATABASE: 'retail' },
    ...{ SQL_ENCRYPT: 'off', SQL_USER: 'reader', SQL_PASSWORD: 'secret' },
  });
});
after(async () => {
  await closeGoldSource();
  tds.kill('SIGTERM');
  await once(tds, 'exit');
  rmSync(root, { recursive: true, force: true });
});

function listeningPort({ stdout }: ChildProcess): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  let said = '';
  stdout?.on('data', (text) => {
    said += text;
    const port = /"tds\.listening","port":(\d+)/.exec(said)?.[1];
    if (port) resolve(Number(port));
  });
  return promise;
}

/** Questions that went to the source while something was done, by their log lines. */
async function asked<T>(doing: () => Promise<T>): Promise<{ answer: T; questions: string[] }> {
  const questions: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((line: string, ...rest: []) => {
    const name = /"synapse\.asked","question":"([^"]+)"/.exec(String(line))?.[1];
    if (name) questions.push(name);
    return write(line, ...rest);
  }) as typeof process.stdout.write;
  try {
    return { answer: await doing(), questions };
  } finally {
    process.stdout.write = write;
  }
}

const page = async (
  after: Pick<CustomerLine, 'netSales' | 'customerKey'>,
  scope: RowScope,
  segment = 'all',
) => {
  const started = performance.now();
  const { rows } = await listCustomers(
    { segment, afterSales: String(after.netSales), afterKey: after.customerKey, top: CUSTOMERS_A_PAGE },
    scope,
  );
  return { rows, ms: performance.now() - started };
};

describe('a chain of a hundred thousand customers', () => {
  test('is searched by a loyalty number or an id with one question', async () => {
    await findByNumber({ beginning: 'C099999' }, ALL); // the lake's own status is known from here on
    const { answer, questions } = await asked(() => findByNumber({ beginning: 'C05000' }, ALL));
    assert.deepEqual(questions, ['customers.find-by-number']);
    assert.deepEqual(
      answer.rows.map(({ loyaltyNumber }) => loyaltyNumber),
      Array.from({ length: 10 }, (_, i) => `C05000${i}`),
    );
    const { answer: byId } = await asked(() => findByNumber({ beginning: '99999' }, ALL));
    assert.deepEqual(
      byId.rows.map(({ customerKey }) => customerKey),
      [99_999],
    );
    assert.deepEqual((await findByNumber({ beginning: 'C%' }, ALL)).rows, [], 'nothing is a wildcard');
  });

  test('shows a store its own customers and nobody else, in search and in the list', async () => {
    const scope = within('S-003');
    assert.deepEqual((await findByNumber({ beginning: 'C000002' }, scope)).rows, []);
    const { rows } = await page(START, scope);
    assert.ok(rows.length > 0 && rows.every(({ storeId }) => storeId === 'S-003'));
  });

  test('is listed page after page without a gap or a repetition, in one order', async () => {
    const scope = within('S-003');
    const listed: CustomerLine[] = [];
    for (let after: Pick<CustomerLine, 'netSales' | 'customerKey'> = START; ; ) {
      const { rows } = await page(after, scope);
      listed.push(...rows);
      const last = rows.at(-1);
      if (!last || rows.length < CUSTOMERS_A_PAGE) break;
      after = last;
    }
    assert.equal(listed.length, 2_000);
    assert.equal(new Set(listed.map(({ customerKey }) => customerKey)).size, listed.length);
    const sorted = listed.toSorted(
      (one, other) => Number(other.netSales - one.netSales) || one.customerKey - other.customerKey,
    );
    assert.deepEqual(listed, sorted);
  });

  test('costs the same at the end of the list as at its beginning', async () => {
    const median = (times: number[]) =>
      times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
    const walk = async (from: Pick<CustomerLine, 'netSales' | 'customerKey'>) => {
      const times: number[] = [];
      let after = from;
      for (let turn = 0; turn < 9; turn++) {
        const { rows, ms } = await page(after, ALL);
        times.push(ms);
        after = rows.at(-1) ?? after;
        assert.equal(rows.length, CUSTOMERS_A_PAGE);
      }
      return median(times);
    };
    const beginning = await walk(START);
    const deep = await walk({ netSales: 2_000n as CustomerLine['netSales'], customerKey: 10 });
    assert.ok(
      deep < 3 * beginning + 20,
      `a page takes ${deep} ms at the end, ${beginning} ms at the beginning`,
    );
  });
});
