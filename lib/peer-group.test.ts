import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { businessDate } from './business-date.ts';
import { distance, FEWEST_PEERS, MOST_PEERS, peersOf, type StoreProfile } from './peer-group.ts';

const asOf = businessDate('2026-11-22');
const store = (id: string, change: Partial<StoreProfile> = {}): StoreProfile => ({
  storeId: id,
  storeName: id,
  region: 'North',
  format: 'high street',
  sellingAreaM2: 400,
  openedOn: businessDate('2015-01-01'),
  ...change,
});

test('format weighs more than region, and size as much as format where it doubles', () => {
  const from = store('A');
  assert.equal(distance(from, store('B', { region: 'South' }), asOf), 0.25);
  assert.equal(distance(from, store('B', { format: 'express' }), asOf), 1);
  assert.equal(distance(from, store('B', { sellingAreaM2: 800 }), asOf), 1);
});

test('above three years age makes no difference, below it a new store is unlike an old one', () => {
  const old = store('A');
  assert.equal(distance(old, store('B', { openedOn: businessDate('2020-01-01') }), asOf), 0);
  assert.ok(distance(old, store('B', { openedOn: businessDate('2026-09-01') }), asOf) > 0.4);
});

test('a flagship is not held against a kiosk, and with two others alike against nobody', () => {
  const flagship = store('A', { format: 'flagship', sellingAreaM2: 1_400 });
  const kiosks = ['B', 'C', 'D', 'E'].map((id) => store(id, { format: 'express', sellingAreaM2: 150 }));
  assert.deepEqual(peersOf(flagship, kiosks, asOf), []);
  const two = ['F', 'G'].map((id) => store(id, { format: 'flagship', sellingAreaM2: 1_300 }));
  assert.deepEqual(peersOf(flagship, [...kiosks, ...two], asOf), []);
});

test('the nearest come first, equals by their number', () => {
  const others = [
    store('D'),
    store('B', { region: 'South' }),
    store('C'),
    store('E', { sellingAreaM2: 600 }),
  ];
  assert.deepEqual(
    peersOf(store('A'), others, asOf).map(({ storeId }) => storeId),
    ['C', 'D', 'B', 'E'],
  );
});

test('a store is never its own peer, and everybody chosen is at least as near as anybody left out', () => {
  const anyStore = fc.record({
    format: fc.constantFrom('flagship', 'high street', 'express'),
    region: fc.constantFrom('North', 'South'),
    sellingAreaM2: fc.option(fc.integer({ min: 100, max: 2_000 })),
    openedOn: fc.option(fc.integer({ min: 2010, max: 2026 }).map((year) => businessDate(`${year}-03-01`))),
  });
  fc.assert(
    fc.property(fc.array(anyStore, { minLength: 1, maxLength: 20 }), (profiles) => {
      const stores = profiles.map((profile, at) => store(`S-${String(at).padStart(3, '0')}`, profile));
      const [own] = stores;
      if (!own) return;
      const peers = peersOf(own, stores, asOf);
      assert.ok(peers.length === 0 || (peers.length >= FEWEST_PEERS && peers.length <= MOST_PEERS));
      assert.ok(!peers.includes(own));
      const furthest = Math.max(...peers.map((peer) => distance(own, peer, asOf)));
      const left = stores.filter((other) => other !== own && !peers.includes(other));
      if (peers.length > 0) for (const other of left) assert.ok(distance(own, other, asOf) >= furthest);
    }),
    { numRuns: 1_000 },
  );
});
