import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { addDays, type BusinessDate } from '#lib/business-date.ts';
import type { GoldVersion } from '#lib/gold-version.ts';
import { closedKey, GOLD_VERSION } from '#server/shared/redis-keys.ts';
import { buildLake, type Effects } from '../build-lake.ts';
import { currentBuild } from '../lake-folders.ts';
import { readLakeStatus } from '../read-status.ts';
import { closedChain } from './closed-chain.ts';
import { keepJournal } from './journal.ts';
import { countWaiting, readAccepted } from './read-accepted.ts';
import { reconcileDay } from './reconcile-day.ts';

/** Days back for which the live store still has what was accepted: an event that comes late is closed with the next day. */
const LATE_DAYS = 7;
const COUNTED_WITHIN_MS = 30_000;

/**
 * Closes the trading day now open: what the hot path accepted becomes journals beside the lake, a build takes them in, the
 * live figures are held against it, and its version is published, upon which the hot path moves the business clock on.
 * Every step can be repeated: a close that was killed is done again from the start, and one that was done does nothing.
 * @returns the day it closed; null where nothing was accepted on it
 * @throws FloorBehindError, NotClosableError and what buildLake throws
 */
export async function closeDay(root: string, redis: Redis, effects: Effects): Promise<BusinessDate | null> {
  await floorCounted(redis);
  const before = await readLakeStatus(root);
  await reconcileLast(redis, root, before.lastClosedDate);
  const open = addDays(before.lastClosedDate, 1);
  const accepted = await readAccepted(redis, open);
  if (accepted.length === 0) return null;
  keepJournal(root, open, accepted);
  for (let back = 1; back <= LATE_DAYS; back += 1)
    keepJournal(root, addDays(open, -back), await readAccepted(redis, addDays(open, -back)));
  effects.report(`journal ${open}: ${accepted.length.toLocaleString('en-GB')} events`);
  const buildId = await buildLake(root, await closedChain(root, open), effects);
  followStamp(root, before.buildId, buildId);
  const { lastClosedDate } = await readLakeStatus(root);
  await reconcileLast(redis, root, lastClosedDate);
  const version: GoldVersion = { buildId, lastClosedDate, at: effects.now().toISOString() };
  await redis.set(GOLD_VERSION, JSON.stringify(version));
  return lastClosedDate;
}

/** Unless it is done: a close that was killed between its build and this left it open. */
async function reconcileLast(redis: Redis, root: string, date: BusinessDate): Promise<void> {
  if ((await redis.exists(closedKey(date))) === 1) return;
  if ((await readAccepted(redis, date)).length === 0) return;
  await reconcileDay(redis, currentBuild(root), date);
}

async function floorCounted(redis: Redis): Promise<void> {
  const deadline = Date.now() + COUNTED_WITHIN_MS;
  for (;;) {
    const waiting = await countWaiting(redis);
    if (waiting === 0) return;
    if (Date.now() > deadline) throw new FloorBehindError(waiting);
    await sleep(200);
  }
}

/** A lake that was generated here says from what: it still is, with a day more. */
function followStamp(root: string, before: string, after: string): void {
  const stamp = join(root, 'generated-from');
  if (existsSync(stamp)) writeFileSync(stamp, readFileSync(stamp, 'utf8').replace(before, after));
}

export class FloorBehindError extends Error {
  readonly code = 'FLOOR_BEHIND';
  constructor(waiting: number) {
    super(`${waiting} events wait to be counted: is the hot path running? The day stays open`);
    this.name = 'FloorBehindError';
  }
}
