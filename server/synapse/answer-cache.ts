import 'server-only';
import { BentoCache, bentostore, errors } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import { remember } from '#server/shared/remember.ts';
import { shareFlight } from './shared-flight.ts';

/** How long an answer holds, and how long it may still be shown when the source gives no newer one. */
export interface Retention {
  readonly ttl: string;
  readonly grace?: string;
  /** Pause after a failure before the source is asked again. */
  readonly graceBackoff?: string;
  /** With an older answer in hand, wait this long for a newer one, in milliseconds. */
  readonly timeout?: number;
}

// Counted, not measured: answers are kept as they are (money is bigint), and each is bounded by the row cap.
const MAX_ANSWERS = 500;

function answers() {
  return remember('gold-answers', () => {
    const memory = memoryDriver({ maxItems: MAX_ANSWERS, serialize: false });
    return new BentoCache({ default: 'memory', stores: { memory: bentostore().useL1Layer(memory) } });
  });
}

/** The kept answer, or the one asked for now; one asking at a time per key. A failure is thrown as it was. */
export function keepAnswer<T>(
  key: string,
  retention: Retention,
  ask: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const getOrAsk = async (shared: AbortSignal): Promise<T> => {
    try {
      return await answers().getOrSet({ key, ...retention, factory: () => ask(shared) });
    } catch (error) {
      throw error instanceof errors.E_FACTORY_ERROR ? error.cause : error;
    }
  };
  return shareFlight(key, getOrAsk, signal);
}

export async function putAnswer<T>(key: string, { ttl }: Retention, answer: T): Promise<void> {
  await answers().set({ key, value: answer, ttl });
}

export async function findAnswer<T>(key: string): Promise<T | undefined> {
  return (await answers().get<T>({ key })) ?? undefined;
}
