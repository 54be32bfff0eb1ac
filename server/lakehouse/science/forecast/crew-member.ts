import { parentPort } from 'node:worker_threads';
import { type Batch, LABOURS } from './crew.ts';

parentPort?.on('message', ({ labour, first, calls }: Batch) => {
  const work = LABOURS[labour] as (...args: unknown[]) => unknown;
  parentPort?.postMessage({ first, answers: calls.map((args) => work(...args)) });
});
