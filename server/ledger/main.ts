import { connectRedis } from '#server/shared/redis.ts';
import { AuditLedger } from './audit-ledger.ts';
import { LedgerUnavailableError } from './reach.ts';

// npm run audit -- verify [--head HASH]: is the audit in Redis as it was written?
const [command, option, head] = process.argv.slice(2);
const url = process.env['REDIS_URL'];
if (command !== 'verify' || (option !== undefined && (option !== '--head' || !head)))
  stopWith(2, 'Usage: npm run audit -- verify [--head <hash of the last audit line your collector holds>]');
if (!url) stopWith(2, 'Set REDIS_URL; of the demo it is redis://127.0.0.1:6390');

const redis = connectRedis(url, { name: 'audit-verify' });
try {
  const { head: last, count, brokenAt } = await new AuditLedger(redis).verify();
  if (brokenAt !== null) stopWith(1, `✗ The record ${brokenAt} does not follow from the ${count} before it.`);
  if (head !== undefined && head !== last)
    stopWith(1, `✗ ${count} records are whole, but the last is ${last}, not the one you hold.`);
  console.log(`✓ ${count} records, each following from the one before. Head: ${last}`);
} catch (error) {
  if (!(error instanceof LedgerUnavailableError)) throw error;
  stopWith(2, `Redis does not answer at ${new URL(url).host}.`);
} finally {
  redis.disconnect();
}

function stopWith(code: number, line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}
