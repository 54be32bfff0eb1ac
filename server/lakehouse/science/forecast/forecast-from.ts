import { historyOf } from './history.ts';
import { fitKnownEffects } from './known-effects.ts';
import { BASELINES, type Forecasts, forecastAll, type Method } from './methods.ts';
import { type ForecastPlan, leadOf } from './plan.ts';

/**
 * Forecasts of the periods 1 … lead after the first `end` values, which alone are seen; of the columns known in
 * advance (by place, one array each) later values too. Baselines take things as they were; the other methods forecast
 * what the known effects leave, and `known_effects` its mean. Null where nothing was observed.
 */
export function forecastFrom(
  values: Float64Array,
  end: number,
  plan: ForecastPlan,
  known: readonly Float64Array[],
  only?: Method,
): Forecasts | null {
  const past = values.subarray(0, end);
  const season = plan.seasons[0] ?? 1;
  const history = historyOf(past, season);
  if (!history) return null;
  const lead = leadOf(plan);
  const effects = known.length > 0 ? fitKnownEffects(past, known, plan.isLog) : null;
  const plain = effects && historyOf(effects.without(past), season);
  if (!effects || !plain) return forecastAll(history, lead, plan.seasons, only);
  const baselines = forecastAll(history, lead, plan.seasons, 'naive');
  const forecasts = new Map<Method, Float64Array>();
  for (const name of BASELINES) forecasts.set(name, baselines.get(name) ?? new Float64Array(lead));
  for (const [name, ahead] of forecastAll(plain, lead, plan.seasons, only)) {
    const method = name === 'mean' ? 'known_effects' : name;
    if (!forecasts.has(method)) forecasts.set(method, effects.with(ahead, end));
  }
  return forecasts;
}
