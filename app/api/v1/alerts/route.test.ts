import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type Alert, NO_CARE } from '#lib/alert.ts';
import { trialEnvironment } from '#server/auth/trial-environment.ts';
import { ALERTS_OPEN } from '#server/shared/redis-keys.ts';

const { origin, close } = await trialEnvironment();
const { asked, trialCookie } = await import('#server/auth/trial-request.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');
const { GET: list, POST: act } = await import('./route.ts');

const SILENT: Omit<Alert, 'id'> = {
  ...{ rule: 'store-silent', subject: 'S-003', storeId: 'S-003', about: 'Store 3', found: '', level: 1.2 },
  ...{ atStake: '1200', overSince: 1, openedAt: 2, ...NO_CARE },
};
const ID = 'store-silent:S-003';
const cookieOf = (store: string) => trialCookie({ roles: ['store-manager'], stores: [store] });

async function open(store = 'S-003'): Promise<readonly Alert[]> {
  const request = new Request(`${origin}/api/v1/alerts`, { headers: { cookie: await cookieOf(store) } });
  return ((await (await asked(request, list)).json()) as { alerts: Alert[] }).alerts;
}
async function answerTo(body: unknown): Promise<readonly unknown[]> {
  const request = new Request(`${origin}/api/v1/alerts`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { cookie: await cookieOf('S-003'), origin },
  });
  const response = await asked(request, act);
  const text = await response.text();
  if (text === '') return [response.status];
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  return [response.status, (JSON.parse(text) as { code: string }).code];
}

describe('alerts', () => {
  before(() => accessWatch().known());
  beforeEach(async () => {
    await accessWatch().redis.flushall();
    await accessWatch().redis.hset(ALERTS_OPEN, ID, JSON.stringify(SILENT));
  });
  after(async () => {
    accessWatch().close();
    auditLedger().close();
    await close();
    // The queue holds a connection of its own.
    setTimeout(() => process.exit(), 500).unref();
  });

  test('are listed for those they concern', async () => {
    assert.deepEqual(await open(), [{ id: ID, ...SILENT }]);
    assert.deepEqual(await open('S-001'), []);
  });

  test('are taken care of, and who did it is in the audit', async () => {
    assert.deepEqual(await answerTo({ id: ID, action: 'snooze', minutes: 30 }), [204]);
    const [alert] = await open();
    assert.ok((alert?.snoozedUntil ?? 0) > Date.now());
    const [record] = (await auditLedger().list({ action: 'snooze' })).records;
    assert.deepEqual([record?.outcome, record?.subject], ['done', ID]);
  });

  test('that have resolved, belong to others or are not understood are each told so', async () => {
    await accessWatch().redis.hdel(ALERTS_OPEN, ID);
    for (const [body, status, code] of [
      [{ id: ID, action: 'acknowledge' }, 409, 'RESOLVED_MEANWHILE'],
      [{ id: 'store-silent:S-001', action: 'acknowledge' }, 403, 'OUT_OF_SCOPE'],
      [{ id: 'behind-pace:chain', action: 'acknowledge' }, 403, 'OUT_OF_SCOPE'],
      [{ id: 'no such rule:x', action: 'acknowledge' }, 422, 'BAD_BODY'],
      [{ id: ID, action: 'forget' }, 422, 'BAD_BODY'],
      ['no deed', 422, 'BAD_BODY'],
    ] as const)
      assert.deepEqual(await answerTo(body), [status, code], JSON.stringify(body));
    assert.deepEqual((await auditLedger().list({ action: 'acknowledge' })).records, []);
    const refused = (await auditLedger().list({ outcome: 'refused' })).records;
    assert.deepEqual(
      refused.map(({ code }) => code),
      ['OUT_OF_SCOPE', 'OUT_OF_SCOPE'],
    );
  });

  test('are not said to be none where they cannot be read', async () => {
    await accessWatch().redis.set(ALERTS_OPEN, 'no hash');
    const request = new Request(`${origin}/api/v1/alerts`, { headers: { cookie: await cookieOf('S-003') } });
    const response = await asked(request, list);
    const { code } = (await response.json()) as { code: string };
    assert.deepEqual([response.status, code], [503, 'LIVE_STORE_AWAY']);
    assert.deepEqual(await answerTo({ id: ID, action: 'acknowledge' }), [503, 'LIVE_STORE_AWAY']);
  });
});
