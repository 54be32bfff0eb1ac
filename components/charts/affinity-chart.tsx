'use client';
import type { AffinityPair } from '#lib/affinity.ts';
import { affinityOption, affinitySummary } from './affinity-option.ts';
import { EChart } from './echart.tsx';

export function AffinityChart({ pairs }: { pairs: readonly AffinityPair[] }) {
  return (
    <EChart
      className="h-[34rem]"
      summary={affinitySummary(pairs)}
      option={(palette) => affinityOption(pairs, palette)}
    />
  );
}
