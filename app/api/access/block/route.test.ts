import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { trialEnvironment } from '#server/auth/trial-environment.ts';
import { AUDIT_STREAM } from '#server/shared/access-keys.ts';

const { origin, close } = await trialEnvironment();
const { asked, trialCookie } = await import('#server/auth/trial-request.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');
const { noteDeed } = await import('#server/ledger/record-deed.ts');
const { POST } = await import('./route.ts');

const post = async (form: Record<string, string>) => {
  const cookie = await trialCookie({ id: 'adam', roles: ['administrator'] });
  const body = new URLSearchParams(form);
  const request = new Request(`${origin}/api/access/block`, {
    method: 'POST',
    headers: { origin, cookie },
    body,
  });
  return (await asked(request, () => POST(request))).status;
};

describe('a block', () => {
  before(() => accessWatch().known());
  beforeEach(async () => {
    await accessWatch().redis.flushall();
    const known = { action: 'sign-in', outcome: 'done', subject: '', scope: '', from: '', code: '' } as const;
    await noteDeed({ ...known, personId: 'max', account: 'max@contoso.test' });
    await accessWatch().refresh();
  });
  after(async () => {
    accessWatch().close();
    auditLedger().close();
    await close();
  });
  const isBlocked = async () => {
    await accessWatch().refresh();
    return accessWatch().records.blocked.has('max');
  };

  test('keeps a person out once it was written down who did it, and can be lifted', async () => {
    assert.equal(await post({ personId: 'max' }), 303);
    assert.equal(await isBlocked(), true);
    assert.equal(await post({ personId: 'max', lift: 'yes' }), 303);
    assert.equal(await isBlocked(), false);
    const { records } = await auditLedger().list({});
    assert.deepEqual(
      records.slice(0, 2).map(({ action, subject, account }) => [action, subject, account]),
      [
        ['unblock', 'max@contoso.test', 'administrator@contoso.test'],
        ['block', 'max@contoso.test', 'administrator@contoso.test'],
      ],
    );
  });

  test('does not happen where it cannot be written down', async () => {
    const { redis } = accessWatch();
    await redis.rename(AUDIT_STREAM, 'kept');
    await redis.set(AUDIT_STREAM, 'no stream');
    assert.equal(await post({ personId: 'max' }), 503);
    assert.equal(await isBlocked(), false);
  });

  test('is neither for oneself nor for somebody nobody knows', async () => {
    for (const personId of ['adam', 'nobody', '', '__proto__'])
      assert.equal(await post({ personId }), 422, personId);
  });
});
