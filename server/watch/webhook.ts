import { createHmac } from 'node:crypto';
import type { Redis } from 'ioredis';
import { log } from '#server/shared/log.ts';
import { ALERTS_OUTBOX } from '#server/shared/redis-keys.ts';

export interface Webhook {
  readonly url: string;
  readonly secret: string;
}

const ANSWER_WITHIN_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** Nobody wants to hear of it after that. */
const GIVEN_UP_MS = 86_400_000;
const BATCH = 20;

/**
 * Signs a body as its receiver checks it: HMAC-SHA256 over the time and the body, so that neither an old message nor another
 * one passes for it.
 */
export function signature(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** Brings what stands in the outbox to the webhook, in order; what is refused stays and is tried again, ever later. */
export class Outbox {
  readonly #redis: Redis;
  readonly #webhook: Webhook;
  readonly #now: () => number;
  #failures = 0;
  #notBefore = 0;

  constructor(redis: Redis, webhook: Webhook, now: () => number) {
    this.#redis = redis;
    this.#webhook = webhook;
    this.#now = now;
  }

  /** Delivers what is due; a failure is no error: it is tried again after a pause. */
  async deliver(): Promise<void> {
    if (this.#now() < this.#notBefore) return;
    const entries = await this.#redis.xrange(ALERTS_OUTBOX, '-', '+', 'COUNT', BATCH);
    for (const [id, fields] of entries) {
      const body = fields[fields.indexOf('news') + 1] ?? '';
      const isOld = this.#now() - Number(id.split('-')[0]) > GIVEN_UP_MS;
      const problem = isOld ? null : await this.#post(id, body);
      if (isOld) log('warn', 'watch.webhook-given-up', { delivery: id });
      if (problem !== null) return this.#pause(id, problem);
      this.#failures = 0;
      await this.#redis.xdel(ALERTS_OUTBOX, id);
    }
  }

  /** @returns why it was not taken, or null */
  async #post(delivery: string, body: string): Promise<string | null> {
    const timestamp = new Date(this.#now()).toISOString();
    try {
      const { ok, status } = await fetch(this.#webhook.url, {
        method: 'POST',
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        headers: {
          'Content-Type': 'application/json',
          'Retail-Pulse-Delivery': delivery,
          'Retail-Pulse-Timestamp': timestamp,
          'Retail-Pulse-Signature': signature(this.#webhook.secret, timestamp, body),
        },
      });
      return ok ? null : `status ${status}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  #pause(delivery: string, reason: string): void {
    this.#failures += 1;
    this.#notBefore = this.#now() + Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** this.#failures);
    log('warn', 'watch.webhook-failed', { delivery, reason, attempt: this.#failures });
  }
}
