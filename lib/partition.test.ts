import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PARTITIONS, partitionOf } from './partition.ts';

test('a store keeps its partition for ever, for its figures lie there', () => {
  assert.deepEqual(['S-001', 'S-002', 'S-003', 'ONLINE', ''].map(partitionOf), [0, 1, 2, 2, 1]);
});

test('stores spread over every partition', () => {
  const counts = new Array<number>(PARTITIONS).fill(0);
  for (let store = 1; store <= 400; store += 1) {
    const partition = partitionOf(`S-${String(store).padStart(3, '0')}`);
    counts[partition] = (counts[partition] ?? 0) + 1;
  }
  assert.ok(
    counts.every((count) => count > 60 && count < 140),
    String(counts),
  );
});
