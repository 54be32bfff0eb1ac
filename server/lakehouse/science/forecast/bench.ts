import { drawPoisson, seededRandom } from '../draws.ts';
import { mstl } from './augurs.ts';
import { backtest } from './backtest.ts';
import { forecastSeries } from './forecast-series.ts';
import { type ForecastPlan, leadOf } from './plan.ts';

/**
 * Series a second on one core, beside the same augurs fits on the same values without anything around them:
 * `node --conditions=react-server server/lakehouse/science/forecast/bench.ts`. Rounds alternate, the least of five counts.
 */
const SERIES = 24;
const ROUNDS = 5;
const TRIALS = 3;
const plan: ForecastPlan = { seasons: [7], horizon: 30, gap: 1, isLog: false };
const random = seededRandom(1);
const values = Array.from({ length: SERIES }, () => {
  const base = 5 + 50 * random();
  return Float64Array.from({ length: 730 }, (_, day) =>
    drawPoisson(base * (1 + 0.3 * Math.sin((2 * Math.PI * day) / 7)), random),
  );
});

function bare(): void {
  const lead = leadOf(plan);
  for (const own of values) {
    for (let back = 1; back <= TRIALS; back++)
      mstl(own.subarray(0, own.length - back * plan.horizon), lead, plan.seasons);
    mstl(own, lead, plan.seasons);
  }
}

function whole(): void {
  for (const own of values) {
    const tested = backtest(own, plan);
    forecastSeries(own, [own.length - 1], plan, 'blend', null, tested);
  }
}

const seconds = (work: () => void) => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
};

seconds(bare);
seconds(whole);
const times = Array.from({ length: ROUNDS }, () => ({ bare: seconds(bare), whole: seconds(whole) }));
const least = (of: 'bare' | 'whole') => Math.min(...times.map((time) => time[of]));
console.log(`series of 730 days, backtest (${TRIALS} origins) and forecast of 30 days, one core`);
console.log(`  whole          ${(SERIES / least('whole')).toFixed(1)} series/s`);
console.log(`  bare augurs    ${(SERIES / least('bare')).toFixed(1)} series/s`);
console.log(`  overhead       ${(least('whole') / least('bare')).toFixed(3)} (at most 1.15)`);
