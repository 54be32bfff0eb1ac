import type { Redis, Result } from 'ioredis';
import type { PosEvent } from '#lib/pos-event.ts';
import {
  dayKey,
  LIVE_STREAM,
  POS_COUNTS,
  POS_GROUP,
  POS_STREAM,
  STORE_FIGURES,
  seenKey,
} from '#server/shared/redis-keys.ts';
import { ticketFigures } from './ticket.ts';

const KEPT_SECONDS = 7 * 86_400;
const CHANGES_KEPT = 20_000;

// One step for all of it, so that a processor killed anywhere has either counted and acknowledged a ticket or done
// neither. The one write that can be refused (64-bit overflow) comes first. Figures are read back as text: a Lua
// number is a double.
const SCRIPT = `
local pos, seen, day, changes, counts = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local group, entry, transaction, store, date = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local netSales, transactions, units, eventTime, now = ARGV[6], ARGV[7], ARGV[8], ARGV[9], ARGV[10]
local ticket = store .. '/' .. transaction
local outcome = 'duplicate'
if redis.call('SISMEMBER', seen, ticket) == 0 then
  outcome = 'applied'
  redis.call('HINCRBY', day, 'netSales:' .. store, netSales)
  redis.call('HINCRBY', day, 'transactions:' .. store, transactions)
  redis.call('HINCRBY', day, 'units:' .. store, units)
  local latest = redis.call('HGET', day, 'eventTime:' .. store)
  if not latest or latest < eventTime then redis.call('HSET', day, 'eventTime:' .. store, eventTime) end
  redis.call('HSET', day, 'countedAt:' .. store, now)
  redis.call('SADD', seen, ticket)
  redis.call('EXPIRE', seen, ${KEPT_SECONDS})
  redis.call('EXPIRE', day, ${KEPT_SECONDS})
  local change = { 'storeId', store, 'businessDate', date }
  for _, figure in ipairs({ ${STORE_FIGURES.map((figure) => `'${figure}'`).join(', ')} }) do
    change[#change + 1] = figure
    change[#change + 1] = redis.call('HGET', day, figure .. ':' .. store)
  end
  redis.call('XADD', changes, 'MAXLEN', '~', ${CHANGES_KEPT}, '*', unpack(change))
end
redis.call('HINCRBY', counts, outcome, 1)
redis.call('XACK', pos, group, entry)
return outcome`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    /** Counts a ticket once and acknowledges its entry; answers `applied` or `duplicate`. */
    applyTicket(...keysAndArguments: string[]): Result<string, Context>;
  }
}

/** Teaches a connection the script. */
export function defineApplyTicket(redis: Redis): void {
  redis.defineCommand('applyTicket', { numberOfKeys: 5, lua: SCRIPT });
}

/** Keys and arguments of `applyTicket`. @param now epoch milliseconds */
export function applyTicketArguments(entryId: string, ticket: PosEvent, now: number): string[] {
  const { netSales, transactions, units } = ticketFigures(ticket);
  const { transactionId, storeId, businessDate, eventTime } = ticket;
  return [
    ...[POS_STREAM, seenKey(businessDate), dayKey(businessDate), LIVE_STREAM, POS_COUNTS],
    ...[POS_GROUP, entryId, transactionId, storeId, businessDate],
    ...[netSales, transactions, units, eventTime, now].map(String),
  ];
}
