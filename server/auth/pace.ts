import 'server-only';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequestsError } from './refusals.ts';

/** How many requests in how many seconds. */
export interface Pace {
  readonly points: number;
  readonly duration: number;
}

/** A person with every page open clicks and reloads far less. */
export const PERSON_PACE: Pace = { points: 600, duration: 60 };
/** A shop signs in from one address; a flood of tokens to check does too. */
export const ADDRESS_PACE: Pace = { points: 120, duration: 60 };

/** Whoever serves customers looks at one every other minute; whoever collects them does not stop. */
export const PERSONAL_PACE: Pace = { points: 30, duration: 3_600 };

/**
 * Counts requests under a name, over all processes by way of Redis; while Redis is away each process counts alone.
 * The returned function throws TooManyRequestsError, which says when to come back.
 */
export function keepPace(redis: Redis, name: string, pace: Pace): (key: string) => Promise<void> {
  const limiter = new RateLimiterRedis({
    ...pace,
    storeClient: redis,
    keyPrefix: `pace:${name}`,
    rejectIfRedisNotReady: true,
    // Who is over the limit is refused from memory: a flood costs Redis nothing.
    inMemoryBlockOnConsumed: pace.points + 1,
    insuranceLimiter: new RateLimiterMemory(pace),
  });
  return async (key) => {
    await limiter.consume(key).catch((error: unknown) => {
      if (error instanceof RateLimiterRes) throw new TooManyRequestsError(error.msBeforeNext);
      throw error;
    });
  };
}
