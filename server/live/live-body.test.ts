import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { pipeToNodeResponse } from 'next/dist/server/pipe-readable.js';
import { type LiveBody, liveBody } from './live-body.ts';
import { keepRawResponses, rawResponse } from './raw-response.ts';

let http: Server;
let origin = '';
const made: { body: LiveBody; calls: string[]; isRaw: boolean }[] = [];

before(async () => {
  keepRawResponses('/live');
  // As a route handler does: the response is asked for after an await, and the body is brought to it by Next.
  http = createServer(async (_request, response) => {
    await Promise.resolve();
    const raw = rawResponse();
    const calls: string[] = [];
    const body = liveBody({
      opening: Buffer.from('open\n'),
      onReady: () => calls.push('ready'),
      onCancel: () => calls.push('gone'),
      response: raw,
    });
    made.push({ body, calls, isRaw: raw === response });
    await pipeToNodeResponse(new Response(body.stream).body ?? new ReadableStream(), response).catch(
      () => {},
    );
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  origin = `http://127.0.0.1:${(http.address() as { port: number }).port}`;
});
after(() => http.close());

for (const [path, isRaw] of [
  ['/live?store=S-001', true],
  ['/lively', false],
] as const)
  describe(`the body of ${path}, which is ${isRaw ? '' : 'not '}written to its response straight`, () => {
    test('says the opening at once, then what is written, and ends', async () => {
      const response = await fetch(origin + path);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      assert.equal((await reader?.read())?.value, 'open\n');
      const { body, calls, isRaw: found } = made.pop() ?? assert.fail();
      assert.deepEqual([found, calls.includes('ready')], [isRaw, true]);
      assert.equal(body.write(Buffer.from('news\n')), isRaw);
      assert.equal((await reader?.read())?.value, 'news\n');
      body.end();
      assert.equal((await reader?.read())?.done, true);
    });

    test('hears that its reader has gone', async () => {
      const leaving = new AbortController();
      await fetch(origin + path, { signal: leaving.signal });
      const { calls } = made.pop() ?? assert.fail();
      leaving.abort();
      while (!calls.includes('gone')) await new Promise((resolve) => setTimeout(resolve, 5));
    });

    test('brings every message whole and in order to a reader that falls behind and catches up', async () => {
      const response = await fetch(origin + path);
      const { body, calls } = made.pop() ?? assert.fail();
      const wanted = [
        { length: 0 },
        { length: 1 },
        ...Array.from({ length: 40 }, () => ({ length: 300_000 })),
      ].map(({ length }, at) => `${at}:${'é'.repeat(length)}\n`);
      const text = response.text();
      for (const message of wanted) {
        const [ready, asked] = [calls.length, body.write(Buffer.from(message))];
        while (!asked && calls.length === ready) await new Promise((resolve) => setTimeout(resolve, 1));
      }
      body.end();
      assert.equal(await text, `open\n${wanted.join('')}`);
    });

    test('is understood by a reader that knows no chunks', async () => {
      const { hostname, port } = new URL(origin);
      const socket = connect(Number(port), hostname);
      const text = new Response(Readable.toWeb(socket) as ReadableStream<Uint8Array>).text();
      const before = made.length;
      socket.write(`GET ${path} HTTP/1.0\r\n\r\n`);
      while (made.length === before || !made.at(-1)?.calls.includes('ready'))
        await new Promise((resolve) => setTimeout(resolve, 1));
      const { body } = made.pop() ?? assert.fail();
      body.write(Buffer.from('news\n'));
      body.end();
      assert.match(await text, /\r\n\r\nopen\nnews\n$/);
    });

    test('cuts off who is dropped', async () => {
      const response = await fetch(origin + path);
      made.pop()?.body.drop();
      await assert.rejects(response.text());
    });
  });
