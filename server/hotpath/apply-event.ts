import type { Redis, Result } from 'ioredis';
import {
  acceptedKey,
  changesStream,
  dayKey,
  movedKey,
  movesKey,
  POS_GROUP,
  posCounts,
  posStream,
  STORE_FIGURES,
  stockKey,
  WINDOW_FIGURES,
  windowsKey,
} from '#server/shared/redis-keys.ts';
import { eventFigures, eventWindow, isTicket, stockLines } from './event-figures.ts';
import type { KnownEvent } from './read-event.ts';

const KEPT_SECONDS = 7 * 86_400;
const CHANGES_KEPT = 20_000;
const MOVES_KEPT = 20_000;

const names = (list: readonly string[]) => `{ ${list.map((name) => `'${name}'`).join(', ')} }`;

// One step for all of it, so that a processor killed anywhere has either counted and acknowledged an event or done
// neither. The writes that can be refused (64-bit overflow) come first. Figures are read back as text: a Lua number is
// a double. What is on hand is never stored: it is the last count plus the moves after it, so that no order of
// arrival and no repetition can subtract a sale twice.
const SCRIPT = `
local pos, accepted, day, windows, changes, counts, stock, moves, day_moves = unpack(KEYS)
local group, entry, transaction, store, date, kind = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local netSales, transactions, units, eventTime, now = ARGV[7], ARGV[8], ARGV[9], ARGV[10], ARGV[11]
local window, score, event = ARGV[12], tonumber(ARGV[13]), ARGV[14]
local id = store .. '/' .. transaction
local outcome = 'duplicate'
if redis.call('HEXISTS', accepted, id) == 0 then
  outcome = 'applied'
  redis.call('HINCRBY', day, 'netSales:' .. store, netSales)
  if window ~= '' then
    local counted = redis.pcall('HINCRBY', windows, 'netSales:' .. window, netSales)
    if type(counted) == 'table' and counted.err then
      local back = netSales:sub(1, 1) == '-' and netSales:sub(2) or '-' .. netSales
      redis.call('HINCRBY', day, 'netSales:' .. store, back)
      return counted
    end
    redis.call('HINCRBY', windows, 'transactions:' .. window, transactions)
    redis.call('HINCRBY', windows, 'units:' .. window, units)
    redis.call('EXPIRE', windows, ${KEPT_SECONDS})
  end
  redis.call('HINCRBY', day, 'transactions:' .. store, transactions)
  redis.call('HINCRBY', day, 'units:' .. store, units)
  local latest = redis.call('HGET', day, 'eventTime:' .. store)
  if not latest or latest < eventTime then redis.call('HSET', day, 'eventTime:' .. store, eventTime) end
  redis.call('HSET', day, 'countedAt:' .. store, now)
  redis.call('HSET', accepted, id, event)
  redis.call('EXPIRE', accepted, ${KEPT_SECONDS})
  redis.call('EXPIRE', day, ${KEPT_SECONDS})
  for at = 15, #ARGV, 2 do
    local product, quantity = ARGV[at], ARGV[at + 1]
    local counted = redis.call('HGET', stock, 'countedAt:' .. product)
    if kind ~= 'count' then
      local move = at .. '/' .. quantity .. '/' .. #product .. '/' .. product .. '/' .. transaction
      local isNew = redis.call('ZADD', moves, score, move) == 1
      if isNew then redis.call('HINCRBY', day_moves, product, quantity) end
      if isNew and (not counted or counted:sub(1, 19) < eventTime) then
        redis.call('HINCRBY', stock, 'moved:' .. product, quantity)
      end
    elseif not counted or counted < eventTime .. '/' .. transaction then
      local moved = 0
      for _, move in ipairs(redis.call('ZRANGEBYSCORE', moves, '(' .. score, '+inf')) do
        local number, length, rest = move:match('^%d+/(-?%d+)/(%d+)/(.*)$')
        if rest:sub(1, tonumber(length)) == product then moved = moved + tonumber(number) end
      end
      redis.call('HSET', stock, 'counted:' .. product, quantity,
        'countedAt:' .. product, eventTime .. '/' .. transaction, 'moved:' .. product, string.format('%d', moved))
    end
  end
  redis.call('EXPIRE', day_moves, ${KEPT_SECONDS})
  redis.call('ZREMRANGEBYRANK', moves, 0, ${-MOVES_KEPT - 1})
  local change = { 'storeId', store, 'businessDate', date, 'kind', kind, 'amount', netSales, 'soldAt', eventTime }
  for _, figure in ipairs(${names(STORE_FIGURES)}) do
    change[#change + 1] = figure
    change[#change + 1] = redis.call('HGET', day, figure .. ':' .. store)
  end
  if window ~= '' then
    change[#change + 1] = 'window'
    change[#change + 1] = window
    for _, figure in ipairs(${names(WINDOW_FIGURES)}) do
      change[#change + 1] = 'window:' .. figure
      change[#change + 1] = redis.call('HGET', windows, figure .. ':' .. window)
    end
  end
  local position = redis.call('XADD', changes, 'MAXLEN', '~', ${CHANGES_KEPT}, '*', unpack(change))
  redis.call('HSET', day, 'position:' .. store, position)
end
redis.call('HINCRBY', counts, outcome, 1)
redis.call('XACK', pos, group, entry)
return outcome`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    /** Counts an event once and acknowledges its entry; answers `applied` or `duplicate`. */
    applyEvent(...keysAndArguments: string[]): Result<string, Context>;
  }
}

/** Teaches a connection the script. */
export function defineApplyEvent(redis: Redis): void {
  redis.defineCommand('applyEvent', { numberOfKeys: 9, lua: SCRIPT });
}

/** Keys and arguments of `applyEvent`. @param now epoch milliseconds */
export function applyEventArguments(
  partition: number,
  entryId: string,
  event: KnownEvent,
  now: number,
): string[] {
  const { netSales, transactions, units } = eventFigures(event);
  const { transactionId, storeId, businessDate: date, eventTime, kind } = event;
  const window = isTicket(event) ? `${storeId}:${event.channel}:${eventWindow(event)}` : '';
  return [
    ...[posStream(partition), acceptedKey(partition, date), dayKey(partition, date)],
    ...[windowsKey(partition, date), changesStream(partition), posCounts(partition)],
    ...[stockKey(partition, storeId), movesKey(partition, storeId), movedKey(partition, storeId, date)],
    ...[POS_GROUP, entryId, transactionId, storeId, date, kind],
    ...[netSales, transactions, units, eventTime, now].map(String),
    ...[window, eventTime.replaceAll(/\D/g, ''), JSON.stringify(event)],
    ...stockLines(event).flatMap(({ productId, quantity }) => [productId, String(quantity)]),
  ];
}
