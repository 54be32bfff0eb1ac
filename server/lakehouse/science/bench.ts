import { elasticityRatios } from './elasticity/elasticity-bench.ts';
import { forecastRatios } from './forecast/forecast-bench.ts';
import { rulesRatios } from './rules/rules-bench.ts';

/** A cost as a multiple of the plainest way to the same, both measured in this run. */
export interface Ratio {
  readonly what: string;
  readonly ratio: number;
  readonly limit: { readonly atMost: number } | { readonly atLeast: number };
  /** The times behind the ratio. */
  readonly detail: string;
}

const SUBJECTS: Readonly<Record<string, () => Promise<readonly Ratio[]>>> = {
  rules: rulesRatios,
  elasticity: elasticityRatios,
  forecast: forecastRatios,
};

const asked = process.argv.slice(2);
for (const [subject, measure] of Object.entries(SUBJECTS)) {
  if (asked.length > 0 && !asked.includes(subject)) continue;
  for (const { what, ratio, limit, detail } of await measure()) {
    const isKept = 'atMost' in limit ? ratio <= limit.atMost : ratio >= limit.atLeast;
    const bound = 'atMost' in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`;
    console.log(`${isKept ? '✓' : '✗'} ${subject}: ${what}: ${ratio.toFixed(2)}x (${bound}); ${detail}`);
    if (!isKept) process.exitCode = 1;
  }
}
