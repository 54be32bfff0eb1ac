import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { addDays } from '#lib/business-date.ts';
import { campaignRows } from '#lib/coupon-campaigns.ts';
import type { RowScope } from '#lib/scope.ts';
import { listCouponCampaigns } from './customers/list-coupon-campaigns.ts';
import { listPlacementSales } from './sales/list-placement-sales.ts';
import { FIRST_DAY, LAST_DAY, type SampleSale, sampleSales } from './sample-chain.ts';
import { startSampleSource } from './sample-source.ts';

/** Through tedious and the local TDS endpoint, over a small lake whose sales are added up here once more. */
const source = await startSampleSource();
after(() => source.close());

const scopeOf = (...storeIds: string[]) => ({ kind: 'stores', storeIds }) as unknown as RowScope;
const ALL = { kind: 'all' } as unknown as RowScope;
const PERIOD = { from: addDays(FIRST_DAY, 3), to: LAST_DAY };
const ASKED = { period: PERIOD, channel: '', category: '' };

const sumOf = (wanted: (sale: SampleSale) => boolean) =>
  sampleSales()
    .filter(({ day }) => day >= PERIOD.from && day <= PERIOD.to)
    .filter(wanted)
    .reduce((sum, { net }) => sum + net, 0n);
const wasOnFrontPage = ({ store, product, day }: SampleSale) =>
  store === 'S01' &&
  product === 'P1' &&
  (day <= addDays(FIRST_DAY, 6) || (day >= addDays(FIRST_DAY, 14) && day <= addDays(FIRST_DAY, 20)));

describe('what was in the mailer or on display', () => {
  test('sold what its days in its stores sum up to, by place', async () => {
    const { rows } = await listPlacementSales(ASKED, ALL);
    const found = rows.map(({ mailer, display, netSales }) => ({ mailer, display, netSales }));
    assert.deepEqual(
      found.sort((a, b) => b.display.localeCompare(a.display)),
      [
        {
          mailer: 'Front page',
          display: 'End cap',
          netSales: sumOf(({ store, product }) => store === 'S03' && product === 'P2'),
        },
        { mailer: 'Front page', display: '', netSales: sumOf(wasOnFrontPage) },
      ],
    );
  });

  test('is not told of stores that are not somebody’s, nor of a category it is not of', async () => {
    const { rows } = await listPlacementSales(ASKED, scopeOf('S01'));
    assert.deepEqual(
      rows.map(({ netSales }) => netSales),
      [sumOf(wasOnFrontPage)],
    );
    const { rows: drinks } = await listPlacementSales({ ...ASKED, category: 'Drinks' }, scopeOf('S01'));
    assert.deepEqual(drinks, []);
  });
});

describe('a coupon campaign', () => {
  const figuresOf = async (scope: RowScope) => {
    const { rows } = await listCouponCampaigns({}, scope);
    return campaignRows(rows).map((row) => [
      row.campaignId,
      row.customersMailed,
      row.customersRedeeming,
      row.redemptions,
      row.redemptionRate,
    ]);
  };

  test('is told with all customers it went to, those without a home store too', async () => {
    assert.deepEqual(await figuresOf(ALL), [['C1', 35, 5, 7, 5 / 35]]);
  });

  test('is told to a store with the customers at home there', async () => {
    assert.deepEqual(await figuresOf(scopeOf('S01')), [['C1', 20, 4, 6, 0.2]]);
    assert.deepEqual(await figuresOf(scopeOf('S03')), []);
  });
});
