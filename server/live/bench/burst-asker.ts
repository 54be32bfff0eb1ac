// Somebody who asks for a plain route during a burst, as a thread: answers with how long each answer took, milliseconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { address, everyMs, forMs } = workerData as { address: string; everyMs: number; forMs: number };
const took: number[] = [];
for (const until = performance.now() + forMs; performance.now() < until; ) {
  const askedAt = performance.now();
  await (await fetch(address)).text();
  took.push(performance.now() - askedAt);
  await sleep(everyMs);
}
parentPort?.postMessage(took);
