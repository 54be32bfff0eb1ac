import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { backtest } from './backtest.ts';
import { forecastSeries } from './forecast-series.ts';

/** The two labours that many series are shared out for. Both are pure: any worker gives the same answer. */
export const LABOURS = { backtest, forecastSeries };
export type Labour = keyof typeof LABOURS;

/** What a worker is sent: one labour on a batch of arguments. */
export interface Batch {
  readonly labour: Labour;
  readonly first: number;
  readonly calls: readonly unknown[][];
}

const BATCH = 8;
const WORTH_A_CREW = 64;

/**
 * Calls the labour once for each list of arguments, answers in their order. From 64 calls on worker threads share
 * them; `progress` is told how many are done.
 */
export async function labour<Name extends Labour>(
  name: Name,
  calls: readonly Parameters<(typeof LABOURS)[Name]>[],
  progress: (done: number) => void,
  threads: number = availableParallelism(),
): Promise<ReturnType<(typeof LABOURS)[Name]>[]> {
  type Result = ReturnType<(typeof LABOURS)[Name]>;
  const work = LABOURS[name] as unknown as (...args: Parameters<(typeof LABOURS)[Name]>) => Result;
  if (threads < 2 || calls.length < WORTH_A_CREW) return calls.map((args) => work(...args));
  const results = new Array<Result>(calls.length);
  let next = 0;
  let done = 0;
  const workers = Array.from(
    { length: Math.min(threads, Math.ceil(calls.length / BATCH)) },
    () => new Worker(new URL('./crew-member.ts', import.meta.url)),
  );
  const employ = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const hand = () => {
        if (next >= calls.length) return resolve();
        worker.postMessage({
          labour: name,
          first: next,
          calls: calls.slice(next, next + BATCH),
        } satisfies Batch);
        next += BATCH;
      };
      worker.on('error', reject);
      worker.on('message', ({ first, answers }: { first: number; answers: Result[] }) => {
        for (const [i, answer] of answers.entries()) results[first + i] = answer;
        done += answers.length;
        progress(done);
        hand();
      });
      hand();
    });
  try {
    await Promise.all(workers.map(employ));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}
