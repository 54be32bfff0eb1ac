import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Connection, Request } from 'tedious';
import { makeSampleLake, type SampleLake } from './sample-lake.ts';
import { type EndpointEvent, startTdsEndpoint, type TdsEndpoint } from './start-tds-endpoint.ts';
import { batch, SQL_LOGIN, signIn, signOut } from './tds-client.ts';

const ENDLESS = `SELECT SUM(CAST(a.units AS bigint) * b.units) AS s
  FROM gold.store_day AS a CROSS JOIN gold.store_day AS b`;
const LONG = `SELECT TOP (60000) CONCAT(s.store_id, N'${'☃'.repeat(1000)}') AS snow FROM gold.store_day AS s`;

describe('A client of the TDS endpoint', () => {
  let lake: SampleLake;
  let endpoint: TdsEndpoint;
  let connection: Connection;
  const events: EndpointEvent[] = [];
  const cancelled = () =>
    events.filter((told) => told.event === 'tds.statement' && told.error === 'cancelled');

  before(async () => {
    lake = await makeSampleLake();
    await lake.build('first', 7);
    endpoint = await startTdsEndpoint({
      port: 0,
      lakeRoot: lake.root,
      database: 'retail',
      trust: { sqlLogin: SQL_LOGIN },
      onEvent: (event) => events.push(event),
    });
    connection = await signIn(endpoint.port);
  });
  after(async () => {
    await signOut(connection);
    await endpoint.close();
    await lake.remove();
  });

  /** Sends the statement as a batch; resolves with the error it ends in, or the number of rows. */
  function run(sql: string, onRow: (request: Request, row: number) => void = () => undefined) {
    return new Promise<Error | number>((resolve) => {
      let rows = 0;
      const request = new Request(sql, (error) => resolve(error ?? rows));
      request.on('row', () => {
        rows += 1;
        onRow(request, rows);
      });
      connection.execSqlBatch(request);
    });
  }

  it('may cancel before the first row, and asks again on the same connection', async () => {
    const ended = run(ENDLESS);
    await wait(200);
    const began = performance.now();
    connection.cancel();
    assert.equal(((await ended) as Error & { code: string }).code, 'ECANCEL');
    assert.ok(performance.now() - began < 2_000);
    assert.equal(cancelled().length, 1);
    assert.deepEqual((await batch(connection, 'SELECT 1 AS one')).rows, [{ one: 1 }]);
  });

  it('may cancel in the middle of the rows', async () => {
    const ended = await run(LONG, (_, row) => row === 10 && connection.cancel());
    assert.equal((ended as Error & { code: string }).code, 'ECANCEL');
    assert.equal(cancelled().length, 2);
    assert.deepEqual((await batch(connection, 'SELECT 2 AS two')).rows, [{ two: 2 }]);
  });

  it('may run out of patience', async () => {
    const hasty = await signIn(endpoint.port, { requestTimeout: 150 });
    await assert.rejects(batch(hasty, ENDLESS), { code: 'ETIMEOUT' });
    assert.deepEqual((await batch(hasty, 'SELECT 3 AS three')).rows, [{ three: 3 }]);
    await signOut(hasty);
  });

  it('that goes away takes its statement with it', async () => {
    const before = cancelled().length;
    const leaving = await signIn(endpoint.port);
    const ended = batch(leaving, ENDLESS).catch(() => undefined);
    await wait(200);
    await signOut(leaving);
    await ended;
    while (cancelled().length === before) await wait(10);
  });

  it('that stops reading holds the rows back, so the endpoint keeps little of a big answer', async () => {
    const before = heldBytes();
    let held = 0;
    const rows = await run(LONG, (request, row) => {
      if (row !== 100) return;
      request.pause();
      setTimeout(() => {
        held = heldBytes() - before;
        request.resume();
      }, 1_500);
    });
    assert.equal(rows, 60_000);
    // The whole answer is 120 MB, a chunk of 2048 rows 4 MB.
    assert.ok(held < 20_000_000, `${held} bytes were held`);
  });
});

/** Bytes in buffers that something still needs. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().arrayBuffers;
}
