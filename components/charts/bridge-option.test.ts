import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { minorUnits } from '#lib/money.ts';
import type { BridgePartName, SalesBridge } from '#lib/sales-bridge.ts';
import { bridgeAxisStart, bridgeOption, bridgeSteps, bridgeSummary } from './bridge-option.ts';
import type { ChartPalette } from './chart-palette.ts';

const palette: ChartPalette = {
  ...{ fontFamily: 'Inter', ink: '#1', inkMuted: '#2', line: '#3', lineStrong: '#4', surface: '#5' },
  ...{ accent: '#6', good: '#7', bad: '#8' },
};
const bridge = (from: bigint, parts: readonly [BridgePartName, bigint][]): SalesBridge => ({
  from: minorUnits(from),
  to: minorUnits(from + parts.reduce((sum, [, amount]) => sum + amount, 0n)),
  parts: parts.map(([name, amount]) => ({ name, amount: minorUnits(amount) })),
});
const month = bridge(100_000_00n, [
  ['traffic', -4_000_00n],
  ['aur', 9_000_00n],
]);

test('each bar begins where the last one ended, and the last ends where the period does', () => {
  const amounts = fc.array(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.bigInt({ min: 10_000_000n, max: 90_000_000n }), amounts, (from, moves) => {
      const steps = bridgeSteps(
        bridge(
          from,
          moves.map((amount) => ['traffic', amount]),
        ),
      );
      const inner = steps.slice(1, -1);
      for (const [at, step] of inner.entries()) assert.equal(step.from, at === 0 ? from : inner[at - 1]?.to);
      assert.equal(steps.at(-1)?.to, inner.at(-1)?.to ?? from);
      const start = bridgeAxisStart(steps);
      for (const { from: one, to, isTotal } of steps) assert.ok(to >= start && (isTotal || one >= start));
    }),
  );
});

test('a loss goes back from where the last bar ended, in the colour of bad news and with its sign', () => {
  const option = bridgeOption(month, 'GBP', palette) as unknown as {
    series: [
      { data: number[] },
      {
        data: { value: number; itemStyle: { color: string } }[];
        label: { formatter: (at: { dataIndex: number }) => string };
      },
    ];
    tooltip: { renderMode: string; formatter: (hovered: { dataIndex: number }[]) => string };
  };
  const [levels, bars] = option.series;
  assert.deepEqual([levels.data[1], bars.data[1]?.value], [96_000, 4_000]);
  assert.equal(bars.data[1]?.itemStyle.color, palette.bad);
  assert.equal(bars.label.formatter({ dataIndex: 1 }), '−£4,000');
  assert.equal(option.tooltip.renderMode, 'richText');
  assert.equal(option.tooltip.formatter([{ dataIndex: 2 }]), 'Average unit retail: £9,000.00');
});

test('in words it says how far, and what added and cost most', () => {
  assert.equal(
    bridgeSummary(month, 'GBP'),
    'Net sales moved by +£5,000. Average unit retail added most: +£9,000. Traffic cost most: −£4,000.',
  );
  assert.equal(bridgeSummary(bridge(1n, []), 'GBP'), 'Net sales moved by £0.');
});
