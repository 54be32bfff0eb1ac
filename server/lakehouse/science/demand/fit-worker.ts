// Fits demand as a thread of its own: told the cube when it starts, then one day after another.
import { parentPort, workerData } from 'node:worker_threads';
import type { DemandCube } from './demand-cube.ts';
import { fitDemand } from './fit-demand.ts';

const cube = workerData as DemandCube;
parentPort?.on('message', (end: number) => parentPort?.postMessage(fitDemand(cube, end)));
