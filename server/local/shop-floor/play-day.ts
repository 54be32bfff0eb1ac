import type { DueTicket } from './redate-tickets.ts';

export interface Effects {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Resolves after that many milliseconds, or at once when `signal` is aborted. */
  readonly pause: (ms: number) => Promise<void>;
  /** Delivers tickets in order; resolves when they are safe, `until` being how far into the day the player has come. */
  readonly send: (tickets: readonly DueTicket[], until: number) => Promise<void>;
}

const BATCH = 500;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Sells a day: what is due by `from` at once, the rest as its hour comes, at `speed` store seconds per second.
 * Each batch is awaited before the next, so a slow receiver slows the shop and never fills memory.
 * @returns whether the day was played to its end
 */
export async function playDay(
  day: readonly DueTicket[],
  { from, speed, signal }: { from: number; speed: number; signal: AbortSignal },
  { now, pause, send }: Effects,
): Promise<boolean> {
  const startedAt = now();
  const hour = () => from + ((now() - startedAt) / 1_000) * speed;
  let sent = 0;
  while (!signal.aborted && sent < day.length) {
    const until = hour();
    const batch = day.slice(sent, sent + BATCH).filter(({ due }) => due <= until);
    if (batch.length > 0) {
      await send(batch, batch.at(-1)?.due ?? until);
      sent += batch.length;
      continue;
    }
    const wait = ((day[sent]?.due ?? until) - until) / speed;
    await pause(Math.min(LONGEST_PAUSE_MS, Math.max(10, wait * 1_000)));
  }
  return sent === day.length;
}
