import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Redis } from 'ioredis';
import { connectRedis } from '#server/shared/redis.ts';
import { ALERTS_OUTBOX } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { Outbox } from './webhook.ts';

const folder = mkdtempSync(join(tmpdir(), 'webhook-'));
let server: RedisServer;
let redis: Redis;
let http: Server;
let url = '';
let status = 204;
const heard: { headers: IncomingHttpHeaders; body: string }[] = [];

before(async () => {
  server = await startRedisServer({ folder, port: await freePort() });
  redis = connectRedis(server.url, { name: 'test' });
  http = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    heard.push({ headers: request.headers, body });
    response.writeHead(status).end();
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  url = `http://127.0.0.1:${(http.address() as { port: number }).port}/`;
});
after(async () => {
  http.close();
  redis.disconnect();
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('the webhook', () => {
  test('hears of each alert in order and once, signed so that it can tell it is ours', async () => {
    for (const news of ['{"event":"opened"}', '{"event":"resolved"}'])
      await redis.xadd(ALERTS_OUTBOX, '*', 'news', news);
    const outbox = new Outbox(redis, { url, secret: 'a secret of ours' }, Date.now);
    await outbox.deliver();
    await outbox.deliver();
    assert.deepEqual(
      heard.map(({ body }) => body),
      ['{"event":"opened"}', '{"event":"resolved"}'],
    );
    for (const { headers, body } of heard) {
      const signed = `${headers['retail-pulse-timestamp']}.${body}`;
      const expected = createHmac('sha256', 'a secret of ours').update(signed).digest('hex');
      assert.equal(headers['retail-pulse-signature'], `sha256=${expected}`);
    }
    assert.equal(new Set(heard.map(({ headers }) => headers['retail-pulse-delivery'])).size, 2);
    assert.equal(await redis.xlen(ALERTS_OUTBOX), 0);
  });

  test('is tried again, ever later, under the same delivery, until it takes it', async () => {
    heard.length = 0;
    status = 500;
    let now = Date.now();
    const outbox = new Outbox(redis, { url, secret: 's' }, () => now);
    await redis.xadd(ALERTS_OUTBOX, '*', 'news', '{}');
    await outbox.deliver();
    await outbox.deliver();
    assert.equal(heard.length, 1, 'not before its pause is over');
    now += 2_000;
    await outbox.deliver();
    now += 2_000;
    await outbox.deliver();
    assert.equal(heard.length, 2, 'the second pause is longer');
    status = 200;
    now += 2_000;
    await outbox.deliver();
    assert.equal(heard.length, 3);
    assert.equal(new Set(heard.map(({ headers }) => headers['retail-pulse-delivery'])).size, 1);
    assert.equal(await redis.xlen(ALERTS_OUTBOX), 0);
  });

  test('that nobody answers for a day is given up', async () => {
    heard.length = 0;
    await redis.xadd(ALERTS_OUTBOX, '*', 'news', '{}');
    await new Outbox(redis, { url, secret: 's' }, () => Date.now() + 86_500_000).deliver();
    assert.deepEqual([heard.length, await redis.xlen(ALERTS_OUTBOX)], [0, 0]);
  });
});
