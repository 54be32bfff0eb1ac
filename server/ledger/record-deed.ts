import 'server-only';
import type { AuditRecord } from '#lib/audit.ts';
import { env } from '#server/shared/env.ts';
import { log } from '#server/shared/log.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { remember } from '#server/shared/remember.ts';
import { AuditLedger } from './audit-ledger.ts';
import { LedgerUnavailableError } from './reach.ts';

export function auditLedger(): AuditLedger {
  return remember('audit-ledger', () => new AuditLedger(connectRedis(env().REDIS_URL, { name: 'audit' })));
}

export type Deed = Omit<AuditRecord, 'at'>;

/**
 * Records what somebody is about to do, in the ledger and, without names, as a line for the operator's collector. The
 * hash in that line is held where whoever might rewrite the ledger cannot reach.
 * @throws LedgerUnavailableError: what cannot be recorded must not be done.
 */
export async function recordDeed(deed: Deed): Promise<void> {
  const record: AuditRecord = { at: new Date().toISOString(), ...deed };
  const { account: _name, ...line } = record;
  try {
    log('info', 'audit', { ...line, hash: await auditLedger().append(record) });
  } catch (error) {
    log('error', 'audit', { ...line, hash: null });
    throw error;
  }
}

/** The same for what does not wait for its record: a sign-in, a sign-out, a refusal. The line is written in any case. */
export async function noteDeed(deed: Deed): Promise<void> {
  await recordDeed(deed).catch((error: unknown) => {
    if (!(error instanceof LedgerUnavailableError)) throw error;
  });
}
