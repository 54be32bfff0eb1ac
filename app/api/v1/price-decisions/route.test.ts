import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { trialEnvironment } from '#server/auth/trial-environment.ts';
import { AUDIT_STREAM } from '#server/shared/access-keys.ts';
import { lakeStatusAnswer, startFaultEndpoint } from '#server/synapse/fault-endpoint.ts';

const DAY = new Date('2026-11-22T00:00:00Z');
/** A price of 10.00 that should be 10.50, with little at stake, as the warehouse tells it. */
const ROW = {
  ...{ productId: 'P-1', productName: 'Oak bowl', category: 'Kitchen', asOfDate: DAY, horizonDays: 28n },
  ...{ priceNow: 1_000n, unitCost: 400n, competitorPrice: 1_020n, competitors: 3n, isKeyValue: false },
  ...{ unitsSold: 40n, netSales: 40_000n, expectedUnits: 40.5, lowestPrice30Days: 1_000n },
  ...{ lowestAllowed: 900n, highestAllowed: 1_100n, lowestLimit: 'step', highestLimit: 'step' },
  ...{ recommendedPrice: 1_050n, action: 'raise', bindingLimit: '', reason: 'more margin' },
  ...{ unitsChange: -2.5, unitsChangeLower: -3.5, unitsChangeUpper: -1.5, netSalesChange: 100n },
  ...{ netSalesChangeLower: 50n, netSalesChangeUpper: 150n, marginChange: 900n, marginChangeLower: 500n },
  ...{ marginChangeUpper: 1_300n, probabilityOfGain: 0.97, optimum: 1_080n, elasticity: -1.5 },
  ...{ elasticityLower: -1.8, elasticityUpper: -1.2, standardError: 0.2, grade: 'A', gradeReason: 'enough' },
  ...{ weeks: 52n, unitsObserved: 900n, pricePoints: 5n },
};
const source = await startFaultEndpoint({
  query: (_, names) =>
    names('gold.lake_status')
      ? lakeStatusAnswer(DAY)
      : { columns: Object.keys(ROW), rows: [Object.values(ROW)] },
});
const { origin, close } = await trialEnvironment({ sqlPort: source.port });
const { asked, trialCookie } = await import('#server/auth/trial-request.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { priceLedger } = await import('#server/ledger/open-price-ledger.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');
const { closeGoldSource } = await import('#server/synapse/gold-source.ts');
const { POST: decide } = await import('./route.ts');

const ID = 'P-1@2026-11-22@1050';
const APPROVE = { recommendationId: ID, action: 'approve', price: 1_050, reason: '' };

async function decided(...decisions: readonly object[]) {
  const cookie = await trialCookie({ roles: ['pricing-analyst'] });
  const request = new Request(`${origin}/api/v1/price-decisions`, {
    method: 'POST',
    body: JSON.stringify({ decisions }),
    headers: { cookie, origin },
  });
  const response = await asked(request, decide);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const kept = async () => (await priceLedger().standings([ID]))[0]?.last ?? null;

describe('a decision about a price', () => {
  before(() => accessWatch().known());
  beforeEach(() => accessWatch().redis.flushall());
  after(async () => {
    accessWatch().close();
    auditLedger().close();
    await closeGoldSource();
    await source.close();
    await close();
    // The ledger of prices holds a connection of its own.
    setTimeout(() => process.exit(), 500).unref();
  });

  test('stands in the ledger and in the audit', async () => {
    const { status, body } = await decided(APPROVE);
    assert.deepEqual([status, body], [200, { results: [{ recommendationId: ID, outcome: 'approved' }] }]);
    assert.deepEqual([(await kept())?.price, (await kept())?.outcome], [1_050, 'approved']);
    const [record] = (await auditLedger().list({ action: 'decide-price' })).records;
    assert.deepEqual([record?.outcome, record?.subject], ['done', 'P-1 from 10.00 to 10.50']);
  });

  test('is not made where it cannot be written into the audit', async () => {
    await accessWatch().redis.set(AUDIT_STREAM, 'no stream');
    const { status, body } = await decided(APPROVE);
    assert.deepEqual([status, body['status'], body['code']], [503, 503, 'LEDGER_UNAVAILABLE']);
    assert.equal(await kept(), null);
  });

  test('that is refused is written down too, and changes nothing', async () => {
    const { status, body } = await decided({ ...APPROVE, price: 1_040 });
    assert.deepEqual(
      [status, body],
      [409, { results: [{ recommendationId: ID, code: 'CHANGED_MEANWHILE' }] }],
    );
    assert.equal(await kept(), null);
    const [record] = (await auditLedger().list({ outcome: 'refused' })).records;
    assert.deepEqual([record?.subject, record?.code], ['P-1', 'CHANGED_MEANWHILE']);
  });
});
