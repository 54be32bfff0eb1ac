import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TooManyRequestsError } from './refusals.ts';
import { Turns } from './turns.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Asks for so many turns; the answer fills as they are given. */
function line(turns: Turns, key: string, count: number): (() => void)[] {
  const given: (() => void)[] = [];
  for (let nth = 0; nth < count; nth++) void turns.take(key).then((give) => given.push(give));
  return given;
}

describe('turns', () => {
  test('are so many at a time, each given on to the next who waits', async () => {
    const given = line(new Turns({ atOnce: 2, waiting: 10, longestMs: 60_000 }), 'max', 5);
    await settled();
    assert.equal(given.length, 2);
    given[0]?.();
    given[0]?.(); // Once more changes nothing.
    await settled();
    assert.equal(given.length, 3);
    for (const give of given.slice(1)) give();
    await settled();
    assert.equal(given.length, 5);
  });

  test('of one person leave those of another alone', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 10, longestMs: 60_000 });
    line(turns, 'max', 5);
    const others = line(turns, 'mia', 1);
    await settled();
    assert.equal(others.length, 1);
  });

  test('are refused to whoever comes when too many wait, and to nobody once they are done', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 1, longestMs: 60_000 });
    const given = line(turns, 'max', 2);
    await settled();
    await assert.rejects(turns.take('max'), TooManyRequestsError);
    given[0]?.();
    await settled();
    given[1]?.();
    const again = await turns.take('max');
    again();
  });

  test('that nobody gives back are lost after a while', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 1, longestMs: 5 });
    await turns.take('max');
    const give = await turns.take('max');
    give();
  });
});
