import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { opening } from './frame.ts';
import { Listener } from './listener.ts';

const bytes = (text: string) => Buffer.from(text);

function listen() {
  const left: string[] = [];
  let figures = 0;
  const listener = new Listener({
    random: 0.5,
    figuresSince: (position) => ({
      bytes: bytes(`figures ${figures} since ${position}`),
      position: `p${figures}`,
    }),
    onLeave: () => left.push('left'),
  });
  const reader = listener.stream.getReader();
  const read = async () => Buffer.from((await reader.read()).value ?? []).toString();
  const change = (now = 0) => {
    figures += 1;
    listener.figuresDue(now);
  };
  return { listener, reader, read, left, change };
}

describe('a listener', () => {
  test('hears the opening at once, with a redial pause between one and three seconds', async () => {
    assert.equal(await listen().read(), ': open\nretry: 2000\n\n');
    assert.match(opening(0).toString(), /retry: 1000\n/);
    assert.match(opening(1).toString(), /retry: 3000\n/);
  });

  test('that is slow gets the newest figures, since those it had', async () => {
    const { read, change } = listen();
    await read();
    change();
    assert.equal(await read(), 'figures 1 since null');
    for (let number = 1; number <= 1_000; number += 1) change();
    assert.equal(await read(), 'figures 1001 since p1');
    change();
    assert.equal(await read(), 'figures 1002 since p1001');
  });

  test('hears of an outage instead of figures older than it, and of the figures after it last', async () => {
    const { listener, read, change } = listen();
    await read();
    change();
    listener.say('source', bytes('offline'), 0);
    listener.say('beat', bytes('alive'), 0);
    change();
    assert.deepEqual(
      [await read(), await read(), await read()],
      ['offline', 'alive', 'figures 2 since null'],
    );
  });

  test('waiting for news gets them as they come', async () => {
    const { listener, read } = listen();
    await read();
    const next = read();
    listener.say('beat', bytes('alive'), 0);
    assert.equal(await next, 'alive');
  });

  test('is stuck once a message has waited too long, and not before', async () => {
    const { listener, read, change } = listen();
    await read();
    assert.equal(listener.isStuck(99_999, 100), false);
    listener.say('beat', bytes('first'), 1_000);
    change(1_050);
    assert.equal(listener.isStuck(1_100, 100), false);
    assert.equal(listener.isStuck(1_101, 100), true);
    await read();
    assert.equal(listener.isStuck(99_999, 100), false);
  });

  test('leaves once, whoever ends it', async () => {
    const { listener, reader, left } = listen();
    await reader.cancel();
    listener.end();
    listener.say('beat', bytes('nobody is there'), 0);
    assert.deepEqual(left, ['left']);
  });
});
