import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { buildLake } from '../build-lake.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { declareSource } from './declaration.ts';
import { declaredSource } from './declared-source.ts';

const day = (column: string) => ({ column, format: '%d/%m/%Y' });
const SHOP = declareSource({
  name: 'corner-shop',
  title: 'Corner shop',
  currency: 'EUR',
  timeZone: 'Europe/Dublin',
  tables: {
    sales: { files: 'sales.csv', columns: ['ticket', 'time', 'item', 'units', 'price', 'member'] },
    leaflet: {
      files: 'leaflet.csv',
      columns: ['shop', 'item', 'from', 'to', 'mailer_location', 'shelf'],
      optional: true,
    },
    drives: { files: 'drives.csv', columns: ['drive', 'from', 'to'], optional: true },
    printed: { files: 'printed.csv', columns: ['drive', 'coupon', 'item'], optional: true },
    posted: { files: 'posted.csv', columns: ['drive', 'member'], optional: true },
    taken: { files: 'taken.csv', columns: ['drive', 'coupon', 'member', 'on'], optional: true },
  },
  lines: {
    table: 'sales',
    transaction: 'ticket',
    store: { always: 'S1' },
    channel: 'store',
    country: { always: 'Ireland' },
    time: { column: 'time', format: '%d/%m/%Y' },
    product: 'item',
    customer: { column: 'member', without: '.0' },
    quantity: 'units',
    price: { unit: 'price' },
  },
  placements: {
    table: 'leaflet',
    store: 'shop',
    product: 'item',
    days: { from: day('from'), to: day('to') },
    mailer: { column: 'mailer_location', none: ['-'], called: { 1: 'Front page' } },
    display: { column: 'shelf', none: ['-'] },
  },
  campaigns: {
    table: 'drives',
    id: 'drive',
    from: day('from'),
    to: day('to'),
    coupons: { table: 'printed', campaign: 'drive', coupon: 'coupon', product: 'item' },
    customers: { table: 'posted', campaign: 'drive', customer: { column: 'member', without: '.0' } },
    redemptions: {
      table: 'taken',
      campaign: 'drive',
      coupon: 'coupon',
      customer: { column: 'member', without: '.0' },
      day: day('on'),
    },
  },
  stores: { region: { always: 'West' }, format: { always: 'shop' } },
});

const SALES = {
  'sales.csv': [
    'ticket,time,item,units,price,member',
    '1,22/11/2026,A,2,1.50,7.0',
    '2,22/11/2026,A,1,1.50,8.0',
  ],
};
const LISTS = {
  'leaflet.csv': [
    'shop,item,from,to,mailer_location,shelf',
    'S1,a,16/11/2026,22/11/2026,1,-',
    'S1,a,16/11/2026,22/11/2026,1,-',
    'S1,A,09/11/2026,15/11/2026,-,-',
    'S1,A,23/11/2026,29/11/2026,12,-',
    'S1,A,23/11/2026,29/11/2026,-,-',
    'S1,A,23/11/2026,25/11/2026,-,Beside the till where everybody waits',
    'S1,A,25/11/2026,27/11/2026,-,Beside the till where everybody waits',
    'S1,A,31/11/2026,06/12/2026,1,-',
    'All the stores of the country,A,23/11/2026,29/11/2026,1,-',
  ],
  'drives.csv': ['drive,from,to', 'D,16/11/2026,06/12/2026', 'E,soon,06/12/2026'],
  'printed.csv': ['drive,coupon,item', 'D,K1,a', 'D,K1,b', 'D,K2,b', 'D,,b'],
  'posted.csv': ['drive,member', 'D,7.0', 'D,7', 'D,8.0', 'D,9.0'],
  'taken.csv': ['drive,coupon,member,on', 'D,K1,7.0,22/11/2026', 'D,K1,7.0,22/11/2026', 'D,K2,7,23/11/2026'],
};

async function lakeOf(t: TestContext, files: Readonly<Record<string, readonly string[]>>) {
  const [root, folder, effects] = [trialFolder(t), trialFolder(t), trialEffects()];
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  await buildLake(root, declaredSource(SHOP, folder), effects);
  return { root, lines: effects.lines };
}

test('an export of its own tells what was in the leaflet and what its coupons brought', async (t) => {
  const { root, lines } = await lakeOf(t, { ...SALES, ...LISTS });
  const shown = `SELECT product_id AS item, CAST(from_date AS varchar) AS "from", CAST(to_date AS varchar) AS "to",
    mailer_location AS page, display_location AS display FROM gold.placements ORDER BY from_date, page DESC`;
  assert.deepEqual(await askLake(root, shown), [
    { item: 'A', from: '2026-11-16', to: '2026-11-22', page: 'Front page', display: '' },
    { item: 'A', from: '2026-11-23', to: '2026-11-29', page: '12', display: '' },
    {
      item: 'A',
      from: '2026-11-23',
      to: '2026-11-27',
      page: '',
      display: 'Beside the till where everybody waits',
    },
  ]);
  assert.deepEqual(
    await askLake(root, 'SELECT campaign_id AS id, coupons, products FROM gold.coupon_campaigns'),
    [{ id: 'D', coupons: 2, products: 2 }],
  );
  const responses = `SELECT store_id AS store, customers_mailed AS mailed, customers_redeeming AS redeeming, redemptions
    FROM gold.campaign_responses ORDER BY store_id`;
  assert.deepEqual(await askLake(root, responses), [
    { store: '', mailed: 1, redeeming: 0, redemptions: 0 },
    { store: 'S1', mailed: 2, redeeming: 1, redemptions: 2 },
  ]);
  const unread = `SELECT source_file AS file, source_line AS line FROM silver.set_aside ORDER BY ALL`;
  assert.deepEqual(await askLake(root, unread), [
    { file: 'drives.csv', line: 3 },
    { file: 'leaflet.csv', line: 9 },
    { file: 'leaflet.csv', line: 10 },
    { file: 'printed.csv', line: 5 },
  ]);
  const warned = lines.filter((line) => line.startsWith('warning')).join('\n');
  assert.match(warned, /customer_id: known to silver\.customers: first of them: 9/);
  assert.match(warned, /product_id: known to silver\.products: first of them: B/);
  assert.doesNotMatch(warned, /leaflet|handed in/);
});

test('a coupon that came back outside its campaign is warned of, and days whose order is not certain are told', async (t) => {
  const { lines } = await lakeOf(t, {
    ...SALES,
    ...LISTS,
    'taken.csv': ['drive,coupon,member,on', 'D,K1,7.0,08/12/2026'],
  });
  const said = lines.join('\n');
  assert.match(said, /A coupon is handed in on a day of its campaign: first of them on 2026-12-08/);
  assert.match(said, /not certain: taken: taken\.csv, column on/);
});

test('what came back counts where nobody said whom it was sent to', async (t) => {
  const { root } = await lakeOf(t, { ...SALES, 'taken.csv': LISTS['taken.csv'] });
  const responses = `SELECT campaign_id AS id, store_id AS store, customers_mailed AS mailed, customers_redeeming AS redeeming,
    redemptions FROM gold.campaign_responses`;
  assert.deepEqual(await askLake(root, responses), [
    { id: 'D', store: 'S1', mailed: 0, redeeming: 1, redemptions: 2 },
  ]);
});

test('without those lists the export is whole all the same, and nothing was shown or sent', async (t) => {
  const { root } = await lakeOf(t, SALES);
  for (const table of ['placements', 'coupon_campaigns', 'campaign_responses'])
    assert.deepEqual(await askLake(root, `SELECT CAST(count(*) AS int) AS rows FROM gold.${table}`), [
      { rows: 0 },
    ]);
});
