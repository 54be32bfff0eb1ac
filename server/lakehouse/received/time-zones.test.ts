import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildLake } from '../build-lake.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { declareSource } from './declaration.ts';
import { declaredSource } from './declared-source.ts';

const DECLARATION = {
  name: 'two-coasts',
  title: 'Two coasts',
  currency: 'USD',
  timeZone: 'America/New_York',
  tables: { sales: { columns: ['ticket', 'shop', 'time', 'item', 'units', 'price'] } },
  lines: {
    table: 'sales',
    transaction: 'ticket',
    store: 'shop',
    channel: 'store' as const,
    country: { always: 'United States' },
    time: { column: 'time', format: '%Y-%m-%dT%H:%M:%SZ', zone: 'UTC' },
    product: 'item',
    quantity: 'units',
    price: { unit: 'price' },
  },
  stores: {
    region: { always: 'Coasts' },
    format: { always: 'shop' },
    timeZones: { WEST: 'America/Los_Angeles' },
  },
};

test('a time is told in the zone of its store, and so is the day it counts for', async (t) => {
  const [root, folder] = [trialFolder(t), trialFolder(t)];
  const rows = ['1,EAST,2026-11-22T05:30:00Z,A,1,2.00', '2,WEST,2026-11-22T05:30:00Z,A,1,2.00'];
  writeFileSync(join(folder, 'sales.csv'), `ticket,shop,time,item,units,price\n${rows.join('\n')}\n`);
  await buildLake(root, declaredSource(declareSource(DECLARATION), folder), trialEffects());
  assert.deepEqual(
    await askLake(
      root,
      `SELECT store_id, CAST(event_time AS varchar) AS time, CAST(business_date AS varchar) AS day, time_zone
      FROM silver.transaction_lines JOIN gold.stores USING (store_id) ORDER BY store_id`,
    ),
    [
      { store_id: 'EAST', time: '2026-11-22 00:30:00', day: '2026-11-22', time_zone: 'America/New_York' },
      { store_id: 'WEST', time: '2026-11-21 21:30:00', day: '2026-11-21', time_zone: 'America/Los_Angeles' },
    ],
  );
});

test('a zone that is none is refused where it stands', () => {
  const stores = { ...DECLARATION.stores, timeZones: { WEST: 'America/Los_Angles' } };
  assert.throws(() => declareSource({ ...DECLARATION, stores }), /there is no such IANA time zone/);
});
