import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelInWords, chooseChannel, choosePlaces, isEverywhere, placesInWords } from './place-choice.ts';

test('stores and regions are read from the address, each once, in one order', () => {
  assert.deepEqual(choosePlaces({ store: ['S-007', 'S-003', 'S-007'], region: 'North' }), {
    stores: ['S-003', 'S-007'],
    regions: ['North'],
  });
  assert.ok(isEverywhere(choosePlaces({})));
});

test('a button says in a few words where somebody looks', () => {
  assert.equal(placesInWords(choosePlaces({})), 'All stores');
  assert.equal(placesInWords({ stores: ['S-003', 'S-007'], regions: [] }), 'S-003 and S-007');
  assert.equal(placesInWords({ stores: ['a', 'b', 'c'], regions: ['North'] }), 'North and 3 stores');
});

test('a channel that does not exist narrows nothing, and one that nobody named is said as it is', () => {
  assert.equal(chooseChannel({ channel: 'online' }), 'online');
  assert.equal(chooseChannel({ channel: 'constructor' }), null);
  assert.equal(channelInWords('store'), 'In store');
  assert.equal(channelInWords('kiosk'), 'kiosk');
});
