import assert from 'node:assert/strict';
import { hkdfSync } from 'node:crypto';
import { describe, test } from 'node:test';
import { EncryptJWT } from 'jose';
import { openSession, type Session, SessionTooLargeError, sealSession } from './sealed-session.ts';

const secret = 'a secret of more than thirty-two characters';
const now = new Date('2026-11-23T12:00:00Z');
const NOW_S = now.getTime() / 1_000;
const session: Session = {
  id: '0b5c1f0e-7a0f-4a0e-9a53-0a8a3c5c2b11',
  person: { id: 'person-1', name: 'Mia Manager', account: 'mia@contoso.test' },
  roles: ['store-manager'],
  stores: ['S-007', 'S-012'],
  regions: ['North'],
  signedInAt: NOW_S - 10,
  expiresAt: NOW_S + 3_600,
};

describe('a sealed session', () => {
  test('opens as it was sealed', async () => {
    assert.deepEqual(await openSession(await sealSession(session, secret), secret, now), session);
  });

  test('shows nothing of the person', async () => {
    const parts = (await sealSession(session, secret)).split('.');
    const readable = parts.map((part) => Buffer.from(part, 'base64url').toString('latin1')).join();
    assert.doesNotMatch(readable, /Mia|contoso|S-007|person-1/);
  });

  test('does not open once it has ended', async () => {
    const text = await sealSession(session, secret);
    assert.equal(await openSession(text, secret, new Date((session.expiresAt + 1) * 1_000)), undefined);
  });

  test('does not open with another secret', async () => {
    assert.equal(await openSession(await sealSession(session, secret), `${secret}!`, now), undefined);
  });

  test('does not open when the same secret sealed it in another manner', async () => {
    const key = new Uint8Array(hkdfSync('sha256', secret, '', 'retail-pulse session cookie', 32));
    const short = new Uint8Array(hkdfSync('sha256', secret, '', 'retail-pulse session cookie', 64));
    const { id, person, roles, stores, regions, signedInAt: sat, expiresAt } = session;
    const claims = { name: person.name, account: person.account, roles, stores, regions, sat };
    const seal = (alg: string, enc: string, by: Uint8Array) =>
      new EncryptJWT(claims)
        .setProtectedHeader({ alg, enc })
        .setJti(id)
        .setSubject(person.id)
        .setExpirationTime(expiresAt)
        .encrypt(by);
    assert.ok(await openSession(await seal('dir', 'A256GCM', key), secret, now), 'the manner itself opens');
    assert.equal(await openSession(await seal('A256KW', 'A256GCM', key), secret, now), undefined);
    assert.equal(await openSession(await seal('dir', 'A128CBC-HS256', key), secret, now), undefined);
    assert.equal(await openSession(await seal('dir', 'A256CBC-HS512', short), secret, now), undefined);
  });

  test('does not open when any part of it was changed', async () => {
    const parts = (await sealSession(session, secret)).split('.');
    for (const changed of [0, 2, 3, 4]) {
      const text = parts.map((part, index) => (index === changed ? flipFirst(part) : part)).join('.');
      assert.equal(await openSession(text, secret, now), undefined, `part ${changed}`);
    }
  });

  for (const text of ['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'])
    test(`does not open ${JSON.stringify(text)}`, async () => {
      assert.equal(await openSession(text, secret, now), undefined);
    });

  test('of two hundred stores fits in a cookie', async () => {
    const text = await sealSession({ ...session, stores: storesUpTo(200) }, secret);
    assert.ok(text.length < 3_900, `${text.length} characters`);
  });

  test('that would not fit in a cookie is refused by name, as browsers would drop it silently', async () => {
    const sealing = sealSession({ ...session, stores: storesUpTo(400) }, secret);
    await assert.rejects(sealing, SessionTooLargeError);
  });
});

function flipFirst(part: string): string {
  return `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`;
}

function storesUpTo(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `S-${String(index + 1).padStart(3, '0')}`);
}
