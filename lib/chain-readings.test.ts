import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeReadings, priceReadings, qualityReadings, supplierReadings } from './chain-readings.ts';

const opens = (readings: readonly { subject: string; level: number }[]) =>
  readings.filter(({ level }) => level >= 1).map(({ subject }) => subject);

test('a price more than 15 % above the competitors’ median is told, the most sold product first', () => {
  const gap = (productId: string, price: number, netSales: number) => ({
    ...{ productId, productName: productId, price, competitorPrice: 1_000, competitors: 2, netSales },
  });
  const readings = priceReadings([gap('A', 1_160, 5_000), gap('B', 1_300, 9_000), gap('C', 1_140, 99_000)]);
  assert.deepEqual(opens(readings), ['B', 'A']);
  assert.equal(
    readings.find(({ subject }) => subject === 'B')?.found,
    '30% above the median of 2 competitors.',
  );
  assert.deepEqual(priceReadings([{ ...gap('D', 1_000, 1), competitorPrice: 0 }]), []);
});

test('a supplier is late when more than one line in five is, over lines enough to say so', () => {
  const supplier = (supplierId: string, linesDue: number, linesOnTimeInFull: number) => ({
    ...{ supplierId, supplierName: supplierId, linesDue, linesOnTimeInFull, lateUnits: 910, unitPrice: 250 },
  });
  const readings = supplierReadings([supplier('A', 100, 79), supplier('B', 100, 81), supplier('C', 10, 1)]);
  assert.deepEqual(opens(readings), ['A']);
  assert.equal(readings[0]?.atStake, '2500');
});

test('a failed check is told in its own words', () => {
  const [reading] = qualityReadings([
    { tableName: 'gold.stores', checkName: 'Every store has a name', detail: '2 have none' },
  ]);
  assert.deepEqual([reading?.level, reading?.found], [1, 'Every store has a name: 2 have none.']);
});

test('a close that is more than 1 % off the live figure is told, by how much, in either direction', () => {
  const day = (live: bigint, closed: bigint) => closeReadings({ businessDate: '2026-11-23', live, closed });
  assert.deepEqual(opens(day(10_200n, 10_000n)), ['2026-11-23']);
  assert.deepEqual(opens(day(9_800n, 10_000n)), ['2026-11-23']);
  assert.deepEqual(opens(day(10_050n, 10_000n)), []);
  assert.equal(day(9_800n, 10_000n)[0]?.atStake, '200');
  assert.deepEqual([...closeReadings(null), ...day(0n, 0n)], []);
});
