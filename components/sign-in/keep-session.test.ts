import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { keepSession } from './keep-session.ts';
import { SessionRefusedError } from './session-request.ts';

/** A browser whose server gives these answers in turn. */
function browser(answers: (number | Error)[], { visible = true, renews = 3_600 as number | Error } = {}) {
  const seen = { waits: [] as number[], renewals: [] as string[], ended: undefined as boolean | undefined };
  const timers: (() => void)[] = [];
  const kept = keepSession({
    read: async () => {
      const answer = answers.shift() ?? new SessionRefusedError('NOT_SIGNED_IN');
      if (answer instanceof Error) throw answer;
      return { account: 'max@contoso.test', expiresIn: answer };
    },
    renew: async (account) => {
      seen.renewals.push(account);
      if (renews instanceof Error) throw renews;
      return { account, expiresIn: renews };
    },
    isVisible: () => visible,
    after: (seconds, due) => {
      seen.waits.push(seconds);
      timers.push(due);
      return () => timers.splice(timers.indexOf(due), 1);
    },
    onChange: (ended) => {
      seen.ended = ended;
    },
  });
  const settle = async () => {
    await setImmediate();
    return seen;
  };
  const pass = async () => {
    timers.shift()?.();
    return settle();
  };
  return { ...kept, settle, pass, timers };
}

describe('keepSession', () => {
  test('waits until five minutes before the end, then renews', async () => {
    const { settle, pass } = browser([3_600, 299]);
    assert.deepEqual(await settle(), { waits: [3_300], renewals: [], ended: false });
    assert.deepEqual(await pass(), { waits: [3_300, 3_300], renewals: ['max@contoso.test'], ended: false });
  });

  test('does nothing when another tab has renewed meanwhile', async () => {
    const { settle, pass } = browser([3_600, 3_500]);
    await settle();
    assert.deepEqual((await pass()).renewals, []);
  });

  test('renews a short session at half time, not without pause', async () => {
    const { settle } = browser([60], { renews: 60 });
    assert.deepEqual((await settle()).waits, [30]);
  });

  test('lets a session go that nobody looks at', async () => {
    const { settle, pass } = browser([200], { visible: false });
    assert.deepEqual((await settle()).renewals, []);
    assert.equal((await pass()).ended, true);
  });

  test('says that the session has ended only once it has, when renewal fails', async () => {
    const { settle, pass } = browser([200], { renews: new Error('interaction_required') });
    const { ended, waits } = await settle();
    assert.deepEqual([ended, waits], [false, [201]]);
    assert.equal((await pass()).ended, true);
  });

  test('takes a network failure for no answer, not for an end', async () => {
    const { settle, pass } = browser([new TypeError('fetch failed'), 3_600]);
    assert.deepEqual(await settle(), { waits: [30], renewals: [], ended: undefined });
    assert.equal((await pass()).ended, false);
  });

  test('looks again when asked, and takes the notice back after a new sign-in', async () => {
    const { settle, look } = browser([new SessionRefusedError('NOT_SIGNED_IN'), 3_600]);
    assert.equal((await settle()).ended, true);
    look();
    assert.equal((await settle()).ended, false);
  });

  test('leaves no timer behind', async () => {
    const { settle, stop, timers } = browser([3_600]);
    await settle();
    stop();
    assert.equal(timers.length, 0);
  });
});
