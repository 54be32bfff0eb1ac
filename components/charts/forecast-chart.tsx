'use client';
import { EChart } from './echart.tsx';
import { type ForecastPoint, forecastOption, forecastSummary } from './forecast-option.ts';

export function ForecastChart({ points }: { points: readonly ForecastPoint[] }) {
  return (
    <EChart
      className="h-64 sm:h-72"
      summary={forecastSummary(points)}
      option={(palette) => forecastOption(points, palette)}
    />
  );
}
