import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shareFlight } from './shared-flight.ts';

describe('an asking that several wait for', () => {
  test('is made once, and its failure is everyone’s', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      throw new Error('source gone');
    };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => shareFlight('failing', ask)));
    assert.deepEqual(
      [asked, outcomes.map(({ status }) => status)],
      [1, ['rejected', 'rejected', 'rejected']],
    );
    await assert.rejects(shareFlight('failing', ask));
    assert.equal(asked, 2, 'a later asker tries again');
  });

  test('goes on for those who stay when one leaves', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const leaving = new AbortController();
    const left = shareFlight('stay', () => promise, leaving.signal);
    const stays = shareFlight('stay', () => promise, new AbortController().signal);
    leaving.abort(new Error('left'));
    await assert.rejects(left, /left/);
    resolve('rows');
    assert.equal(await stays, 'rows');
  });

  test('is cancelled when the last one leaves', async () => {
    const leaving = new AbortController();
    let cancelled = false;
    const ask = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          cancelled = true;
          reject(signal.reason);
        });
      });
    const asked = [1, 2].map(() => shareFlight('empty', ask, leaving.signal));
    leaving.abort(new Error('left'));
    await Promise.allSettled(asked);
    assert.equal(cancelled, true);
  });
});
