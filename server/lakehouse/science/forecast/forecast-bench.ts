import type { Ratio } from '../bench.ts';
import { drawPoisson, seededRandom } from '../draws.ts';
import { mstl } from './augurs.ts';
import { backtest } from './backtest.ts';
import { forecastSeries } from './forecast-series.ts';
import { type ForecastPlan, leadOf } from './plan.ts';

const SERIES = 24;
const ROUNDS = 5;
const TRIALS = 5;
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

/** Backtest and forecast against the same augurs fits on the same values with nothing around them; one core. */
export async function forecastRatios(): Promise<Ratio[]> {
  seconds(bare);
  seconds(whole);
  // Rounds alternate and the least of each counts: whoever else is on the machine slows some, not all.
  const times = Array.from({ length: ROUNDS }, () => ({ bare: seconds(bare), whole: seconds(whole) }));
  const [least, most] = [
    Math.min(...times.map((time) => time.bare)),
    Math.min(...times.map((time) => time.whole)),
  ];
  const speed = (time: number) => `${(SERIES / time).toFixed(1)} series/s`;
  const detail = `${speed(most)} a core beside ${speed(least)} of bare augurs, 730 days, ${TRIALS} trials and a forecast`;
  return [{ what: 'backtest and forecast of 30 days', ratio: most / least, limit: { atMost: 1.15 }, detail }];
}
