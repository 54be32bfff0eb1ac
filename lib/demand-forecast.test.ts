import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accuracyInWords, type ForecastAccuracy } from './demand-forecast.ts';

const row = (method: string, more: Partial<ForecastAccuracy>): ForecastAccuracy => ({
  ...{ levelName: 'store', method, horizon: '1-30', points: 78, wape: 0.1, bias: 0, mase: 1 },
  ...{ coverage: null, coverageBusy: null, ...more },
});

test('accuracy is said in words: how far off, against what, to which side, and how often the range held', () => {
  const rows = [
    row('forecast', { wape: 0.103, bias: -0.074, coverage: 0.7, coverageBusy: 0.757 }),
    row('seasonal_naive', { wape: 0.233, bias: -0.2 }),
  ];
  assert.equal(
    accuracyInWords(rows, 'store'),
    'Forecasts made on four past days were 10% off a day. Taking last week’s same day instead would have been 23% off. On the whole they were 7% too low. 76% of days fell within the shaded range, which is meant to hold 80%.',
  );
});

test('nothing is said of a level that was not tried, and no side is taken on a whim', () => {
  assert.equal(accuracyInWords([], 'chain'), '');
  assert.match(accuracyInWords([row('forecast', { bias: 0.001 })], 'store'), /neither too high nor too low/);
});
