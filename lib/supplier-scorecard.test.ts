import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { minorUnits } from './money.ts';
import { scoredSupplier } from './supplier-scorecard.ts';
import { supplierWindows } from './supplier-window.ts';

const card = {
  ...{ supplierId: 'V-01', supplierName: 'Ashdown', linesDue: 200, otifLines: 150 },
  ...{ orderedUnits: 1_000, receivedUnits: 980, leadMean: 10, leadVariance: 4, leadP90: 13 },
  ...{ agreedLeadDays: 9, linesDueBefore: 100, otifLinesBefore: 80, openLines: 5, overdueLines: 1 },
  ...{ lostSales: minorUnits(10_000n), lostMargin: null },
};

test('a supplier is scored by whole lines on the promised day, by units whenever they came, and by how delivery varies', () => {
  const scored = scoredSupplier(card, '/suppliers/V-01');
  assert.equal(scored.otif, 0.75);
  assert.ok(Math.abs((scored.otifChange ?? 0) + 0.05) < 1e-12);
  assert.equal(scored.fillRate, 0.98);
  assert.equal(scored.leadCv, 0.2);
});

test('a supplier from whom nothing was due has no rate, rather than one of nought', () => {
  const none = scoredSupplier({ ...card, linesDue: 0, otifLines: 0, orderedUnits: 0, leadMean: null }, '');
  assert.deepEqual([none.otif, none.otifChange, none.fillRate, none.leadCv], [null, null, null, null]);
});

test('the window is 91 days up to the last closed one, and the one before lies against it', () => {
  assert.deepEqual(supplierWindows(businessDate('2026-11-22')), {
    period: { from: '2026-08-24', to: '2026-11-22' },
    before: { from: '2026-05-25', to: '2026-08-23' },
    year: { from: '2025-11-24', to: '2026-11-22' },
  });
});
