import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Remembered } from '../../remembered.ts';
import { type DemandCube, dateOf } from './demand-cube.ts';
import { type DemandFit, fitDemand } from './fit-demand.ts';

/** Days of pairs below which a thread takes longer to start than to fit. */
const WORTH_A_THREAD = 500_000;

/**
 * Fits of the days before each `end`, in the same order. A fit sees nothing of its end and after: one that was made of the
 * same days is taken from memory, the others are made side by side, on as many threads as there are processors.
 * @param report told of each as it is there
 */
export async function demandFits(
  cube: DemandCube,
  ends: readonly number[],
  memory: Remembered,
  report: (line: string) => void,
): Promise<DemandFit[]> {
  const method = methodDigest();
  const keys = ends.map((end) => digestOfPast(cube, end, method));
  const fits = keys.map((key) => memory.take(key) as DemandFit | undefined);
  const due = [...ends.keys()].filter((at) => !fits[at]);
  if (due.length < ends.length)
    report(`demand fits remembered: ${ends.length - due.length} of ${ends.length}`);
  const queue = [...due];
  const take = async (fit: (end: number) => Promise<DemandFit> | DemandFit) => {
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const made = await fit(ends[at] ?? 0);
      fits[at] = made;
      memory.keep(keys[at] ?? '', made);
      report(`demand fitted up to ${dateOf(cube, made.end - 1)}`);
    }
  };
  const threads = Math.min(due.length, availableParallelism());
  if (threads < 2 || cube.pairs.length * cube.days < WORTH_A_THREAD)
    await take((end) => fitDemand(cube, end));
  else await Promise.all(Array.from({ length: threads }, () => onThread(cube, take)));
  return fits.flatMap((fit) => fit ?? []);
}

async function onThread(
  cube: DemandCube,
  take: (fit: (end: number) => Promise<DemandFit>) => Promise<void>,
): Promise<void> {
  const worker = new Worker(new URL('./fit-worker.ts', import.meta.url), { workerData: cube });
  try {
    await take(async (end) => {
      worker.postMessage(end);
      const [fit] = (await once(worker, 'message')) as [DemandFit]; // A thread that fails rejects this.
      return fit;
    });
  } finally {
    await worker.terminate();
  }
}

/** Everything a fit up to `end` looks at. */
function digestOfPast(cube: DemandCube, end: number, method: string): string {
  const hash = createHash('sha256').update(method);
  const add = (array: Float32Array | Uint8Array | null) => {
    const past = array?.subarray(0, end);
    hash.update(past ? new Uint8Array(past.buffer, past.byteOffset, past.byteLength) : 'none');
  };
  const { stores, products, pairs } = cube;
  const names = [
    stores.map(({ id, region }) => [id, region]),
    products.map(({ id, category }) => [id, category]),
  ];
  const places = pairs.map(({ store, product, from }) => [store, product, from]);
  hash.update(JSON.stringify([cube.firstDay, end, cube.horizon, cube.categories, names, places]));
  for (const { isOpen, weather } of stores)
    for (const array of [isOpen, weather?.temperature ?? null, weather?.rain ?? null]) add(array);
  for (const { logPrice, reduction } of products) for (const array of [logPrice, reduction]) add(array);
  for (const { sold, stock } of pairs) for (const array of [sold, stock]) add(array);
  return hash.digest('hex');
}

/** The program that fits: with another one nothing old can be used. */
function methodDigest(): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of readdirSync(import.meta.dirname).sort())
    if (name.endsWith('.ts') && !name.includes('.test.'))
      hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex');
}
