import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redialPause } from './redis.ts';

test('pauses between redials double up to two seconds and differ between clients', () => {
  const longest = [1, 2, 3, 6, 50].map((attempt) => redialPause(attempt, 1));
  assert.deepEqual(longest, [100, 200, 400, 2_000, 2_000]);
  assert.equal(redialPause(50, 0), 1_000);
});
