import assert from 'node:assert/strict';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { keepFrontDoor, SESSION_TURNS } from './front-door.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import { trialEnvironment } from './trial-environment.ts';

const { close } = await trialEnvironment();
const held: (() => void)[] = [];
const server = createServer((_request, response) => void held.push(() => response.end('a page')));

function ask(session: string | undefined, path = '/sales'): Promise<IncomingMessage> {
  const headers = session === undefined ? {} : { cookie: `${SESSION_COOKIE}=${session}` };
  const { port } = server.address() as AddressInfo;
  return new Promise((answered, failed) => {
    get({ port, path, headers, agent: false }, (response) => answered(response.resume())).on('error', failed);
  });
}

/** Asks so many times at once, answers whatever is let in, and counts the answers by status. */
async function statusesOf(count: number, ...asked: Parameters<typeof ask>): Promise<Record<number, number>> {
  const asking = Array.from({ length: count }, () => ask(...asked));
  let left = count;
  for (const one of asking) void one.then(() => left--);
  await new Promise((resolve) => setTimeout(resolve, 200));
  while (left > 0) {
    for (const answer of held.splice(0)) answer();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const statuses = (await Promise.all(asking)).map(({ statusCode }) => Number(statusCode));
  return Object.fromEntries(
    [...new Set(statuses)].map((status) => [status, statuses.filter((it) => it === status).length]),
  );
}

describe('the front door', () => {
  before(async () => {
    keepFrontDoor();
    await new Promise<void>((listening) => void server.listen(0, () => listening()));
  });
  after(async () => {
    server.close();
    await close();
  });

  test('lets the requests of a session in one after the other', async () => {
    const count = 1 + SESSION_TURNS.waiting;
    assert.deepEqual(await statusesOf(count, 'moritz'), { 200: count });
  });

  test('tells a session that asks for more when to come back, but for what it had begun', async () => {
    const { 200: begun = 0, 429: told = 0 } = await statusesOf(100, 'max');
    assert.ok(begun >= 1 && begun <= SESSION_TURNS.atOnce, `${begun} begun`);
    assert.equal(begun + told, 100);
    const refused = await ask('max');
    assert.equal(refused.statusCode, 429);
    assert.equal(refused.headers['retry-after'], '2');
    assert.equal(refused.headers['x-content-type-options'], 'nosniff');
  });

  test('counts neither the files of the program, nor the live line, nor who has no session', async () => {
    assert.deepEqual(await statusesOf(100, 'mia', '/_next/static/a.js'), { 200: 100 });
    assert.deepEqual(await statusesOf(100, 'mia', '/api/live?scope=all'), { 200: 100 });
    assert.deepEqual(await statusesOf(100, undefined), { 200: 100 });
  });
});
