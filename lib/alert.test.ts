import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  type AlertState,
  HOLDS_MS,
  isFor,
  isTold,
  NO_CARE,
  nextAlertState,
  readAlertId,
  storeOfAlert,
} from './alert.ts';

/** The states a row of levels leads to, one reading a second. */
function follow(levels: readonly number[], everyMs = 1_000): (AlertState | null)[] {
  let state: AlertState | null = null;
  return levels.map((level, at) => {
    state = nextAlertState(state, level, at * everyMs);
    return state;
  });
}
const told = (states: readonly (AlertState | null)[], everyMs = 1_000) =>
  states.map((state, at) => state !== null && isTold(state, at * everyMs));

describe('an alert', () => {
  test('is told once its level has held for a minute, and resolves by itself', () => {
    assert.deepEqual(told(follow([1, 1.2, 1.1, 0.9, 0.7, 0], 60_000), 60_000), [
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('that only flares up is never told', () => {
    assert.deepEqual(told(follow([1.5, 0.9, 1.5, 0.9, 1.5], 50_000), 50_000), [
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('that wavers around its threshold stays one alert, opened once', () => {
    const states = follow([1, 1, 0.95, 1.05, 0.85, 1.3], 60_000).slice(1);
    assert.deepEqual(new Set(states.map((state) => state?.openedAt)), new Set([HOLDS_MS]));
  });

  test('that comes back after it resolved is a new one, which nobody has acknowledged', () => {
    const open = nextAlertState({ overSince: 0, openedAt: null, ...NO_CARE }, 1, HOLDS_MS);
    const seen = open && { ...open, acknowledgedBy: 'max' };
    assert.equal(nextAlertState(seen, 0.9, HOLDS_MS + 1)?.acknowledgedBy, 'max');
    assert.equal(
      nextAlertState(nextAlertState(seen, 0.5, HOLDS_MS + 1), 1, HOLDS_MS + 2)?.acknowledgedBy,
      null,
    );
  });

  test('that is put off comes back when the time is over, if it still holds', () => {
    const state = { openedAt: 1, snoozedUntil: 5_000 };
    assert.deepEqual([isTold(state, 4_999), isTold(state, 5_000)], [false, true]);
  });

  test('is never told without a minute at or over its threshold just before it opened', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 2, noNaN: true }), { maxLength: 200 }), (levels) => {
        const states = follow(levels, 10_000);
        states.forEach((state, at) => {
          if (state?.openedAt !== at * 10_000) return;
          assert.ok(
            levels.slice(at - 6, at + 1).every((level) => level >= 1),
            `at ${at}`,
          );
        });
      }),
    );
  });
});

test('an id from outside is read only where it names a rule', () => {
  assert.deepEqual(readAlertId('store-silent:S-001'), { rule: 'store-silent', subject: 'S-001' });
  for (const id of ['', 'store-silent', 'store-silent:', 'constructor:x', '__proto__:x'])
    assert.equal(readAlertId(id), undefined, id);
});

test('an alert of a store is for who sees the store, one of the chain for the role that answers for it', () => {
  const one = { kind: 'stores', storeIds: ['S-001'] } as const;
  const silent = (storeId: string) => ({ rule: 'store-silent', storeId }) as const;
  assert.equal(isFor(silent('S-001'), 'store-manager', one), true);
  assert.equal(isFor(silent('S-002'), 'store-manager', one), false);
  assert.equal(isFor(silent('S-001'), 'administrator', { kind: 'all' }), false);
  const price = { rule: 'price-gap', storeId: null } as const;
  assert.equal(isFor(price, 'pricing-analyst', { kind: 'all' }), true);
  assert.equal(isFor(price, 'store-manager', one), false);
});

test('an id says which store it is about, so that nobody learns of another store by asking', () => {
  const storeOf = (id: string) => storeOfAlert(readAlertId(id) ?? assert.fail());
  assert.deepEqual(
    ['store-silent:S-001', 'stock-out:S-001/P-9', 'behind-pace:chain', 'price-gap:P-9'].map(storeOf),
    ['S-001', 'S-001', null, null],
  );
});
