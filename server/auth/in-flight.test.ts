import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InFlight } from './in-flight.ts';

const RULES = { atOnce: 2, restMs: 1_000 };

describe('requests in flight', () => {
  test('are so many at a time, and one more whenever one is answered', () => {
    const inFlight = new InFlight(RULES, () => 0);
    assert.equal(inFlight.enter('max'), true);
    assert.equal(inFlight.enter('max'), true);
    inFlight.leave('max');
    assert.equal(inFlight.enter('max'), true);
  });

  test('of one session leave those of another alone', () => {
    const inFlight = new InFlight({ ...RULES, atOnce: 1 }, () => 0);
    inFlight.enter('max');
    assert.equal(inFlight.enter('max'), false);
    assert.equal(inFlight.enter('mia'), true);
  });

  test('are none for a while for whoever asked for too much, also once all is answered', () => {
    let now = 0;
    const inFlight = new InFlight({ ...RULES, atOnce: 1 }, () => now);
    inFlight.enter('max');
    assert.equal(inFlight.enter('max'), false);
    inFlight.leave('max');
    assert.equal(inFlight.enter('max'), false);
    now = RULES.restMs;
    assert.equal(inFlight.enter('max'), true);
  });
});
