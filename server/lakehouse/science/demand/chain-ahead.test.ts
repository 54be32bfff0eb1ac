import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainAhead } from './chain-ahead.ts';
import type { DemandFit } from './fit-demand.ts';
import { madeUpDemand } from './made-up-demand.ts';

const HORIZON = 30;
/** Trade over the year: it doubles in the month after the anniversary of the first day. */
const season = (day: number) => {
  const ofYear = day % 365;
  return ofYear < 30 ? 1 + ofYear / 30 : ofYear < 60 ? 2 - (ofYear - 30) / 30 : 1;
};

for (const end of [360, 364, 366, 369, 395])
  test(`after ${end} days the season that began last year is followed, at this year's height`, () => {
    const cube = { ...madeUpDemand().cube, horizon: HORIZON, holidays: [], firstDay: '2025-10-20' };
    const index = [Float64Array.from({ length: end }, (_, day) => season(day) * (day < 180 ? 1 : 1.2))];
    const fit = { end, index } as unknown as DemandFit;
    const [ahead = new Float64Array()] = chainAhead(cube, fit);
    for (const [step, value] of ahead.entries()) {
      const came = 1.2 * season(end + step);
      assert.ok(Math.abs(value / came - 1) < 0.2, `day ${step}: ${value} of ${came}`);
    }
  });
