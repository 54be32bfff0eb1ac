import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from './turns.ts';

const RULES = { atOnce: 2, joinMs: 5, waiting: 3, restMs: 1_000, longestMs: 60_000 };
/** Time for everybody to join who may. */
const JOINED_MS = 40;

/** Asks for so many turns: what became of each, and how to end it. */
function line(turns: Turns, key: string, count: number) {
  return Array.from({ length: count }, () => {
    const one = { became: 'waiting', over: () => {} };
    one.over = turns.take(key, {
      start: () => {
        one.became = 'started';
      },
      refuse: () => {
        one.became = 'refused';
      },
    });
    return one;
  });
}
const became = (asked: readonly { became: string }[]) => asked.map((one) => one.became);

describe('turns', () => {
  test('are so many at a time, each given on to the next who waits', async () => {
    const asked = line(new Turns(RULES), 'max', 4);
    assert.deepEqual(became(asked), ['started', 'waiting', 'waiting', 'waiting']);
    await sleep(JOINED_MS);
    assert.deepEqual(became(asked), ['started', 'started', 'waiting', 'waiting']);
    asked[0]?.over();
    asked[0]?.over(); // Once more changes nothing.
    assert.deepEqual(became(asked), ['started', 'started', 'started', 'waiting']);
    asked[1]?.over();
    asked[2]?.over();
    assert.deepEqual(became(asked), ['started', 'started', 'started', 'started']);
  });

  test('are joined by others one by one, so that a crowd is seen before it is let in', async () => {
    const turns = new Turns({ ...RULES, atOnce: 3 });
    const asked = line(turns, 'max', 2);
    const until = performance.now() + 4 * RULES.joinMs;
    while (performance.now() < until); // A thread that is busy reads nothing, and lets nobody in meanwhile.
    setImmediate(() => asked.push(...line(turns, 'max', 6)));
    await sleep(JOINED_MS);
    assert.deepEqual(became(asked), ['started', ...Array(7).fill('refused')]);
  });

  test('of one session leave those of another alone', () => {
    const turns = new Turns({ ...RULES, atOnce: 1 });
    line(turns, 'max', 20);
    assert.deepEqual(became(line(turns, 'mia', 1)), ['started']);
  });

  test('are refused to all who wait where too many come, and who has one keeps it', () => {
    const asked = line(new Turns(RULES), 'max', 5);
    assert.deepEqual(became(asked), ['started', 'refused', 'refused', 'refused', 'refused']);
  });

  test('are none for whoever asked for too much, until they have asked for nothing for a while', () => {
    let now = 0;
    const turns = new Turns(RULES, () => now);
    for (const one of line(turns, 'max', 6)) one.over();
    now = RULES.restMs - 1;
    assert.deepEqual(became(line(turns, 'max', 1)), ['refused']);
    now += RULES.restMs - 1;
    assert.deepEqual(became(line(turns, 'max', 1)), ['refused']);
    now += RULES.restMs;
    assert.deepEqual(became(line(turns, 'max', 1)), ['started']);
  });

  test('that nobody wants any more are given to nobody', () => {
    const asked = line(new Turns({ ...RULES, atOnce: 1 }), 'max', 3);
    asked[1]?.over();
    asked[0]?.over();
    assert.deepEqual(became(asked), ['started', 'waiting', 'started']);
  });

  test('that nobody gives back are lost after a while', async () => {
    const asked = line(new Turns({ ...RULES, atOnce: 1, longestMs: 5 }), 'max', 2);
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.deepEqual(became(asked), ['started', 'started']);
  });
});
