import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readForm, readJson } from './read-body.ts';

function sent(body: ReadableStream | FormData | URLSearchParams | string): Request {
  // A body that is sent as it comes wants to be told so; the types of the browser do not know it.
  const streamed = { duplex: 'half' };
  return new Request('http://localhost:3000/api/v1/alerts', { method: 'POST', body, ...streamed });
}

describe('the body of a request', () => {
  test('is read as JSON and as a form', async () => {
    assert.deepEqual(await readJson(sent('{"reason":"é"}')), { reason: 'é' });
    assert.equal((await readForm(sent(new URLSearchParams({ lift: 'yes' })))).get('lift'), 'yes');
    const parts = new FormData();
    parts.set('personId', 'p-1');
    assert.equal((await readForm(sent(parts))).get('personId'), 'p-1');
  });

  test('that is none, or something else, is empty', async () => {
    const none = new Request('http://localhost:3000');
    for (const request of [none, sent('{"reason"'), sent('['.repeat(100_000))])
      assert.equal(await readJson(request), null);
    assert.deepEqual([...(await readForm(sent('{"lift":"yes"}')))], []);
  });

  test('that goes on without an end is not read to its end', async () => {
    for (const read of [readJson, readForm]) {
      let given = 0;
      const endless = new ReadableStream({
        pull(stream) {
          given += 1;
          stream.enqueue(new Uint8Array(16 * 1_024));
        },
      });
      await read(sent(endless));
      assert.ok(given < 20, `${given} chunks`);
    }
  });

  test('is read this way by every handler', () => {
    const files = globSync('app/api/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
    const direct = files.filter((file) =>
      /request\.(?:json|text|formData|arrayBuffer|blob|bytes)\(/.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(direct, []);
    assert.ok(files.some((file) => readFileSync(file, 'utf8').includes('readJson(request)')));
  });
});
