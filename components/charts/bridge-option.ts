import type { EChartsCoreOption } from 'echarts/core';
import { formatMoney, formatMoneyChange, formatMoneyShort, formatMoneyWhole } from '#lib/figures.ts';
import { minorUnits, toChartValue } from '#lib/money.ts';
import { BRIDGE_PARTS, type SalesBridge } from '#lib/sales-bridge.ts';
import type { ChartPalette } from './chart-palette.ts';

/** One bar of the waterfall, in the order of reading; money in minor units. */
export interface BridgeStep {
  readonly title: string;
  /** Where the bar begins and ends; a total begins at nothing. */
  readonly from: bigint;
  readonly to: bigint;
  readonly isTotal: boolean;
}

/** The basis, what moved it part by part, and the period it led to. */
export function bridgeSteps({ from, to, parts }: SalesBridge): BridgeStep[] {
  let level: bigint = from;
  const moves = parts.map(({ name, amount }) => {
    const step = { title: BRIDGE_PARTS[name].title, from: level, to: level + amount, isTotal: false };
    level += amount;
    return step;
  });
  const total = (title: string, amount: bigint) => ({ title, from: 0n, to: amount, isTotal: true });
  return [total('Basis', from), ...moves, total('This period', to)];
}

/** Where the axis begins, in minor units: below the lowest level by a third of what moves, so that the moves are seen. */
export function bridgeAxisStart(steps: readonly BridgeStep[]): bigint {
  const levels = steps.flatMap(({ from, to, isTotal }) => (isTotal ? [to] : [from, to]));
  const lowest = levels.reduce((a, b) => (b < a ? b : a));
  const highest = levels.reduce((a, b) => (b > a ? b : a));
  const start = lowest - (highest - lowest) / 3n;
  return start < 0n || highest === lowest ? 0n : start;
}

/** Bars side by side from the basis down to the period; each begins where the last one ended. */
export function bridgeOption(
  bridge: SalesBridge,
  currency: string,
  palette: ChartPalette,
): EChartsCoreOption {
  const steps = bridgeSteps(bridge);
  const start = bridgeAxisStart(steps);
  const major = (amount: bigint) => toChartValue(minorUnits(amount));
  const label = { color: palette.inkMuted, fontSize: 12 };
  const low = (step: BridgeStep) => (step.isTotal ? start : step.from < step.to ? step.from : step.to);
  const length = (step: BridgeStep) => (step.from < step.to ? step.to : step.from) - low(step);
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily },
    grid: { left: 4, right: 84, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 13 },
      axisPointer: { type: 'shadow' },
      formatter: (hovered: readonly { dataIndex: number }[]) =>
        tooltip(steps[hovered[0]?.dataIndex ?? -1], currency),
    },
    xAxis: {
      type: 'value',
      min: major(start),
      splitNumber: 3,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        ...label,
        formatter: (value: number) => formatMoneyShort(value, currency),
        // The axis begins where the bars do, not at a round figure.
        showMinLabel: false,
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map(({ title }) => title),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...label, color: palette.ink, width: 120, overflow: 'break' },
    },
    series: [
      {
        type: 'bar',
        stack: 'level',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: steps.map((step) => major(low(step))),
      },
      {
        type: 'bar',
        stack: 'level',
        barCategoryGap: '32%',
        data: steps.map((step) => ({
          value: major(length(step)),
          itemStyle: { color: colour(step, palette), borderRadius: 2 },
        })),
        label: {
          show: true,
          position: 'right',
          color: palette.ink,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => written(steps[dataIndex], currency),
        },
      },
    ],
  };
}

function colour({ from, to, isTotal }: BridgeStep, palette: ChartPalette): string {
  if (isTotal) return palette.accent;
  return to >= from ? palette.good : palette.bad;
}

function written(step: BridgeStep | undefined, currency: string): string {
  if (!step) return '';
  if (step.isTotal) return formatMoneyWhole(minorUnits(step.to), currency);
  return formatMoneyChange(minorUnits(step.to - step.from), currency);
}

function tooltip(step: BridgeStep | undefined, currency: string): string {
  if (!step) return '';
  const amount = formatMoney(minorUnits(step.isTotal ? step.to : step.to - step.from), currency);
  return `${step.title}: ${amount}`;
}

/** The bridge in a sentence: how far sales moved, what added and what cost most. */
export function bridgeSummary(bridge: SalesBridge, currency: string): string {
  const moved = minorUnits(bridge.to - bridge.from);
  const ordered = [...bridge.parts].sort((a, b) => (a.amount > b.amount ? -1 : 1));
  const [best, worst] = [ordered[0], ordered.at(-1)];
  const said = (part: typeof best, verb: string) =>
    part ? `${BRIDGE_PARTS[part.name].title} ${verb} most: ${formatMoneyChange(part.amount, currency)}.` : '';
  const most = [
    best && best.amount > 0n ? said(best, 'added') : '',
    worst && worst.amount < 0n ? said(worst, 'cost') : '',
  ];
  return [`Net sales moved by ${formatMoneyChange(moved, currency)}.`, ...most].filter(Boolean).join(' ');
}
