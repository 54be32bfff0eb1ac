import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AffinityPair } from '#lib/affinity.ts';
import { affinityOption, affinitySummary } from './affinity-option.ts';
import { groupsOf, placesOf } from './affinity-places.ts';

const palette = {
  ...{ fontFamily: 'Inter', ink: 'ink', inkMuted: 'muted', line: 'line', lineStrong: 'strong' },
  ...{ surface: 'surface', accent: 'accent', good: 'good', bad: 'bad' },
};
const pairs: readonly AffinityPair[] = [
  { names: ['Tea', 'Milk'], lift: 2, both: 90 },
  { names: ['Tea', '<b>Mug</b>'], lift: 8, both: 10 },
];

test('each item is one circle, each pair one line, and the item of most baskets is the largest', () => {
  const [series] = (affinityOption(pairs, palette) as never as { series: Graph[] }).series;
  assert.deepEqual(
    series?.data.map(({ name }) => name),
    ['Tea', 'Milk', '<b>Mug</b>'],
  );
  const sizes = series?.data.map(({ symbolSize }) => symbolSize) ?? [];
  assert.equal(Math.max(...sizes), sizes[0]);
  assert.deepEqual(
    series?.links.map(({ source, target }) => [source, target]),
    [
      ['Tea', 'Milk'],
      ['Tea', '<b>Mug</b>'],
    ],
  );
  assert.ok((series?.links[1]?.lineStyle.width ?? 0) > (series?.links[0]?.lineStyle.width ?? 0));
});

test('the summary names how many pairs there are and the highest lift; nothing is nothing', () => {
  assert.match(affinitySummary(pairs), /2 pairs\. The highest lift is 8\.0, of Tea and <b>Mug<\/b>/);
  assert.match(affinitySummary([]), /nothing stands out/);
});

test('what hangs together stands together, and no two items in one place', () => {
  const many = [...pairs, { names: ['Pan', 'Lid'], lift: 3, both: 5 }] as const;
  assert.deepEqual(groupsOf(many), [
    ['Tea', 'Milk', '<b>Mug</b>'],
    ['Pan', 'Lid'],
  ]);
  const places = placesOf(many);
  assert.equal(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size, 5);
  const gap = (one: string, other: string) =>
    Math.hypot(
      (places.get(one)?.x ?? 0) - (places.get(other)?.x ?? 0),
      (places.get(one)?.y ?? 0) - (places.get(other)?.y ?? 0),
    );
  assert.ok(gap('Tea', 'Milk') < gap('Tea', 'Pan'));
});

interface Graph {
  readonly data: readonly { name: string; symbolSize: number }[];
  readonly links: readonly { source: string; target: string; lineStyle: { width: number } }[];
}
