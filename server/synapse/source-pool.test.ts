import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { type FaultEndpoint, type FaultScript, startFaultEndpoint } from './fault-endpoint.ts';
import {
  makeSourcePool,
  SourceDeadlineError,
  type SourcePool,
  type SourcePoolOptions,
} from './source-pool.ts';
import type { Statement } from './statement.ts';

const ROWS = Array.from({ length: 1_000 }, (_, at) => [BigInt(at)] as const);
const ALL = { columns: ['n'], rows: ROWS };
const STATEMENT: Statement = { sql: 'SELECT n FROM gold.numbers', parameters: [], rowCap: 2_000 };

const opened: { endpoint: FaultEndpoint; pool: SourcePool }[] = [];

async function open(script: FaultScript, options: Partial<SourcePoolOptions> = {}) {
  const endpoint = await startFaultEndpoint(script);
  const pool = makeSourcePool({
    host: '127.0.0.1',
    port: endpoint.port,
    database: 'retail',
    encrypt: 'off',
    login: { user: 'reader', password: 'secret' },
    connectTimeoutMs: 400,
    deadlineMs: 2_000,
    maxConnections: 2,
    transport: 'bound',
    ...options,
  });
  opened.push({ endpoint, pool });
  return { endpoint, pool };
}

afterEach(async () => {
  for (const { endpoint, pool } of opened.splice(0)) {
    await pool.close();
    await endpoint.close();
  }
});

describe('the pool of gold connections', () => {
  test('a connection is used again, and many askers share few connections', async () => {
    const { endpoint, pool } = await open({ query: () => ALL });
    const answers = await Promise.all(Array.from({ length: 12 }, () => pool.ask(STATEMENT)));
    assert.deepEqual(new Set(answers.map(({ rows }) => rows.length)), new Set([1_000]));
    assert.equal(endpoint.seen.connections, 2);
  });

  test('an answer cut off by a reset is asked for again, and comes whole', async () => {
    const { endpoint, pool } = await open({
      query: (nth) => (nth === 1 ? { ...ALL, ending: 'reset' } : ALL),
    });
    const answer = await pool.ask(STATEMENT);
    assert.deepEqual(
      answer.rows.map(({ n }) => n),
      ROWS.map(([n]) => String(n)),
      'whole and in order',
    );
    assert.equal(endpoint.seen.connections, 2);
    assert.equal(endpoint.seen.queries, 2, 'asked again once after the reset mid-row');
  });

  test('a connection the server closed while idle is not lent', async () => {
    const { endpoint, pool } = await open({ query: () => ALL });
    await pool.ask(STATEMENT);
    endpoint.dropConnections();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await pool.ask(STATEMENT);
    assert.deepEqual([endpoint.seen.connections, endpoint.seen.queries], [2, 2]);
  });

  test('a source that accepts and never answers is given up at the deadline, and holds no slot', async () => {
    const { endpoint, pool } = await open({ mute: true }, { deadlineMs: 700 });
    const started = Date.now();
    await assert.rejects(pool.ask(STATEMENT), SourceDeadlineError);
    assert.ok(Date.now() - started < 1_000, 'within the deadline');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(endpoint.openConnections(), 0, 'sockets are let go after the connect deadline');
  });

  test('an answer that stops half way is never given as whole, and its connection waits for the cancel', async () => {
    const half = { columns: ['n'], rows: ROWS.slice(0, 500), ending: 'hang' } as const;
    const { endpoint, pool } = await open(
      { query: (nth) => (nth === 1 ? half : ALL), acknowledgeAfterMs: 300 },
      { deadlineMs: 500, maxConnections: 1 },
    );
    await assert.rejects(pool.ask(STATEMENT), SourceDeadlineError);
    const next = await pool.ask(STATEMENT);
    assert.equal(next.rows.length, 1_000);
    assert.deepEqual(
      { ...endpoint.seen },
      { connections: 1, logins: 1, queries: 2, cancels: 1, tooEarly: 0 },
      'cancelled once, and lent again only when the cancel was acknowledged',
    );
  });

  test('an asker who leaves cancels the statement at the source', async () => {
    const { endpoint, pool } = await open({ query: () => ({ ...ALL, ending: 'hang' }) });
    const leaving = new AbortController();
    const asked = pool.ask(STATEMENT, leaving.signal);
    setTimeout(() => leaving.abort(new Error('left the page')), 200);
    await assert.rejects(asked, /left the page/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(endpoint.seen.cancels, 1);
  });

  test('a source that is waking up is asked again until it answers', async () => {
    const { endpoint, pool } = await open({ login: (nth) => (nth <= 2 ? 42109 : 0), query: () => ALL });
    assert.equal((await pool.ask(STATEMENT)).rows.length, 1_000);
    assert.equal(endpoint.seen.logins, 3);
  });

  test('throttling on three of ten questions costs at most a tenth more attempts', async () => {
    const { endpoint, pool } = await open({
      query: (nth) => (nth % 10 < 3 ? { error: { number: 40501 } } : { columns: ['n'], rows: [[1n]] }),
    });
    const REQUESTS = 200;
    for (let at = 0; at < REQUESTS; at += 20) {
      await Promise.allSettled(Array.from({ length: 20 }, () => pool.ask(STATEMENT)));
    }
    assert.ok(endpoint.seen.queries > REQUESTS, 'some were retried');
    assert.ok(endpoint.seen.queries <= REQUESTS * 1.1, `${endpoint.seen.queries} attempts for ${REQUESTS}`);
  });

  test('what cannot pass is not asked again', async () => {
    for (const number of [13807, 13609, 16513, 105, 207, 208, 18456]) {
      const { endpoint, pool } = await open({ query: () => ({ error: { number } }) });
      await assert.rejects(pool.ask(STATEMENT), { number });
      assert.equal(endpoint.seen.queries, 1, `error ${number}`);
    }
  });

  test('a refused login says its number and is not tried again', async () => {
    const { endpoint, pool } = await open({ login: () => 18456 });
    await assert.rejects(pool.ask(STATEMENT), { name: 'SourceLoginError', number: 18456 });
    assert.equal(endpoint.seen.logins, 1);
  });

  test('rows beyond the cap are cancelled at the source and the answer says so', async () => {
    const { endpoint, pool } = await open({ query: () => ALL });
    const answer = await pool.ask({ ...STATEMENT, rowCap: 10 });
    assert.equal(answer.rows.length, 10);
    assert.equal(answer.truncated, true);
    assert.equal((await pool.ask(STATEMENT)).truncated, false);
    assert.equal(endpoint.seen.tooEarly, 0);
  });

  test('a connection is retired before its token expires, and the next one asks for a new token', async () => {
    let tokens = 0;
    const shortLived = async () => ({ token: `token-${++tokens}`, expiresAt: Date.now() + 400 });
    const { endpoint, pool } = await open({ query: () => ALL }, { login: { tokens: shortLived } });
    await pool.ask(STATEMENT);
    await pool.ask(STATEMENT);
    assert.deepEqual([tokens, endpoint.seen.connections], [1, 1], 'one token while it lasts');
    await new Promise((resolve) => setTimeout(resolve, 250));
    await pool.ask(STATEMENT);
    assert.deepEqual([tokens, endpoint.seen.connections], [2, 2]);
  });
});
