import { readFileSync } from 'node:fs';
import { AutoETS, initSync as initEts } from '@bsull/augurs/ets';
import { initSync as initMstl, MSTL } from '@bsull/augurs/mstl';

const wasm = (name: string) =>
  readFileSync(new URL(import.meta.resolve(`@bsull/augurs/${name}`).replace(/\.js$/, '_bg.wasm')));
initEts({ module: wasm('ets') });
initMstl({ module: wasm('mstl') });

/**
 * Exponential smoothing with error and trend chosen by AICc (augurs' AutoETS). It has no seasonal models: the season
 * is MSTL's affair. Null where augurs finds no model: fewer than five values or so.
 */
export function ets(values: Float64Array, lead: number): Float64Array | null {
  const model = new AutoETS(1, 'ZZN');
  try {
    model.fit(values);
    return finite(model.predict(lead).point);
  } catch {
    return null;
  } finally {
    model.free();
  }
}

/** Whether a season has been seen at least twice. */
export const hasSeasons = (values: Float64Array, seasons: readonly number[]) =>
  wholeSeasons(values, seasons).length > 0;

const wholeSeasons = (values: Float64Array, seasons: readonly number[]) =>
  seasons.filter((season) => season > 1 && values.length >= 2 * season + 1);

/** Seasons taken off by repeated loess (MSTL, Bandara and others 2021), ETS on the rest. Null below two seasons. */
export function mstl(values: Float64Array, lead: number, seasons: readonly number[]): Float64Array | null {
  const whole = wholeSeasons(values, seasons);
  if (whole.length === 0) return null;
  const model = MSTL.ets(Uint32Array.from(whole));
  try {
    model.fit(values);
    return finite(model.predict(lead).point);
  } catch {
    return null;
  } finally {
    model.free();
  }
}

const finite = (points: readonly number[]) =>
  points.every(Number.isFinite) ? Float64Array.from(points) : null;
