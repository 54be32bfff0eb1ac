import type { EChartsCoreOption } from 'echarts/core';
import type { AffinityPair } from '#lib/affinity.ts';
import { formatCount } from '#lib/figures.ts';
import { placesOf } from './affinity-places.ts';
import type { ChartPalette } from './chart-palette.ts';
import { plainText } from './plain-text.ts';

const LEAST_SIZE = 8;
const MOST_SIZE = 22;

/**
 * Items as circles, the larger the more baskets of pairs they are in; lines between what goes together, the thicker the
 * greater the lift. The same pairs always stand in the same places.
 */
export function affinityOption(pairs: readonly AffinityPair[], palette: ChartPalette): EChartsCoreOption {
  const baskets = new Map<string, number>();
  for (const { names, both } of pairs)
    for (const name of names) baskets.set(name, (baskets.get(name) ?? 0) + both);
  const places = placesOf(pairs);
  const largest = Math.max(...baskets.values(), 1);
  const highest = Math.max(...pairs.map(({ lift }) => lift), 1);
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily },
    tooltip: {
      // Text, not HTML: a name from the data can never become markup.
      renderMode: 'richText',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 13 },
      formatter: ({ dataType, dataIndex, name }: { dataType?: string; dataIndex: number; name: string }) =>
        plainText(dataType === 'edge' ? pairInWords(pairs[dataIndex]) : name),
    },
    grid: { left: 64, right: 64, top: 20, bottom: 52 },
    // The places are ours; axes only stretch them over the panel.
    xAxis: { show: false, type: 'value', min: 'dataMin', max: 'dataMax' },
    yAxis: { show: false, type: 'value', inverse: true, min: 'dataMin', max: 'dataMax' },
    series: [
      {
        type: 'graph',
        coordinateSystem: 'cartesian2d',
        roam: false,
        emphasis: { focus: 'adjacency' },
        label: {
          show: true,
          position: 'bottom',
          color: palette.ink,
          fontSize: 11,
          lineHeight: 14,
          width: 104,
          overflow: 'break',
        },
        labelLayout: { hideOverlap: true },
        itemStyle: { color: palette.accent },
        lineStyle: { color: palette.lineStrong, opacity: 0.7 },
        data: [...baskets].map(([name, both]) => ({
          name,
          value: [places.get(name)?.x, places.get(name)?.y],
          symbolSize: LEAST_SIZE + (MOST_SIZE - LEAST_SIZE) * Math.sqrt(both / largest),
        })),
        links: pairs.map(({ names: [source, target], lift }) => ({
          source,
          target,
          lineStyle: { width: 1 + (4 * lift) / highest },
        })),
      },
    ],
  };
}

function pairInWords(pair: AffinityPair | undefined): string {
  if (!pair) return '';
  return `${pair.names.join(' and ')}\nlift ${pair.lift.toFixed(1)}, ${formatCount(pair.both)} baskets`;
}

/** The graph in a sentence: how much there is, and the strongest. */
export function affinitySummary(pairs: readonly AffinityPair[]): string {
  const [strongest] = pairs.toSorted((one, other) => other.lift - one.lift);
  if (!strongest) return 'What is bought together: nothing stands out.';
  return `What is bought together: ${pairs.length} pairs. The highest lift is ${strongest.lift.toFixed(1)}, of ${strongest.names.join(' and ')}.`;
}
