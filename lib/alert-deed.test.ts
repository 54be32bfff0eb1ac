import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isTold, NO_CARE } from './alert.ts';
import { type AlertDeed, afterDeed } from './alert-deed.ts';

const done = (...deeds: AlertDeed[]) =>
  deeds.reduce((care, deed) => afterDeed(care, deed, 'max@contoso.test', 1_000), NO_CARE);

describe('what somebody does about an alert', () => {
  test('names who saw it, who looks into it, and keeps what was said in order', () => {
    const care = done(
      { action: 'assign', to: 'rita@contoso.test' },
      { action: 'comment', text: 'one' },
      { action: 'comment', text: 'two' },
    );
    assert.deepEqual([care.acknowledgedBy, care.assignedTo], ['max@contoso.test', 'rita@contoso.test']);
    assert.deepEqual(
      care.comments.map(({ text }) => text),
      ['one', 'two'],
    );
    assert.equal(afterDeed(care, { action: 'assign', to: '' }, 'max', 0).assignedTo, null);
  });

  test('puts it off with an end; noise is not told for a day', () => {
    const until = (deed: AlertDeed) => done(deed).snoozedUntil ?? 0;
    assert.equal(until({ action: 'snooze', minutes: 30 }), 1_000 + 30 * 60_000);
    const noise = { openedAt: 1, snoozedUntil: until({ action: 'rate', feedback: 'noise' }) };
    assert.deepEqual([isTold(noise, 86_400_999), isTold(noise, 86_401_000)], [false, true]);
    assert.equal(done({ action: 'rate', feedback: 'useful' }).snoozedUntil, null);
  });
});
