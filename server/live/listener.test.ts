import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Frame, type MessageName, opening } from './frame.ts';
import { Listener } from './listener.ts';

const say = (name: MessageName, text: string): Frame => ({ name, bytes: Buffer.from(text) });

function listen() {
  const left: string[] = [];
  const listener = new Listener(0.5, () => left.push('left'));
  const reader = listener.stream.getReader();
  const read = async () => Buffer.from((await reader.read()).value ?? []).toString();
  return { listener, reader, read, left };
}

describe('a listener', () => {
  test('hears the opening at once, with a redial pause between one and three seconds', async () => {
    assert.equal(await listen().read(), ': open\nretry: 2000\n\n');
    assert.match(opening(0).toString(), /retry: 1000\n/);
    assert.match(opening(1).toString(), /retry: 3000\n/);
  });

  test('that is slow gets the newest figures only', async () => {
    const { listener, read } = listen();
    await read();
    for (let number = 1; number <= 1_000; number += 1) listener.send(say('sales', `figures ${number}`), 0);
    assert.equal(await read(), 'figures 1000');
  });

  test('hears of an outage after the figures before it, and of the figures after it last', async () => {
    const { listener, read } = listen();
    await read();
    listener.send(say('sales', 'before'), 0);
    listener.send(say('source', 'offline'), 0);
    listener.send(say('beat', 'alive'), 0);
    listener.send(say('reset', 'after'), 0);
    assert.deepEqual([await read(), await read(), await read()], ['offline', 'alive', 'after']);
  });

  test('waiting for news gets them as they come', async () => {
    const { listener, read } = listen();
    await read();
    const next = read();
    listener.send(say('sales', 'news'), 0);
    assert.equal(await next, 'news');
  });

  test('is stuck once a message has waited too long, and not before', async () => {
    const { listener, read } = listen();
    await read();
    assert.equal(listener.isStuck(99_999, 100), false);
    listener.send(say('beat', 'first'), 1_000);
    listener.send(say('beat', 'second'), 1_050);
    assert.equal(listener.isStuck(1_100, 100), false);
    assert.equal(listener.isStuck(1_101, 100), true);
    await read();
    assert.equal(listener.isStuck(99_999, 100), false);
  });

  test('leaves once, whoever ends it', async () => {
    const { listener, reader, left } = listen();
    await reader.cancel();
    listener.end();
    listener.send(say('beat', 'nobody is there'), 0);
    assert.deepEqual(left, ['left']);
  });
});
