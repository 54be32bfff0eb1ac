import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RetryBudget } from './retry-budget.ts';

describe('the retry budget', () => {
  test('lets a quiet source be asked three times more, and no further', () => {
    const budget = new RetryBudget(() => 0);
    budget.recordRequest();
    assert.deepEqual(
      [1, 2, 3, 4].map(() => budget.spendRetry()),
      [true, true, true, false],
    );
  });

  test('is a tenth of the requests of the minute', () => {
    const budget = new RetryBudget(() => 0);
    for (let at = 0; at < 1_000; at++) budget.recordRequest();
    let retries = 0;
    while (budget.spendRetry()) retries += 1;
    assert.equal(retries, 100);
  });

  test('begins again with the next minute', () => {
    let now = 0;
    const budget = new RetryBudget(() => now);
    while (budget.spendRetry()) now += 1;
    now += 60_000;
    assert.equal(budget.spendRetry(), true);
  });
});
