import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODEL_TABLES } from '#server/gold/contract.ts';
import { dataQuality } from '#server/gold/tables/build.ts';
import { buildLake } from '#server/lakehouse/build-lake.ts';
import { CHAIN_SIZES, type ChainPlan } from '#server/lakehouse/chain/chain-plan.ts';
import { generatedChain } from '#server/lakehouse/chain/source.ts';
import { currentBuild } from '#server/lakehouse/lake-folders.ts';
import { runBare } from './bare-lake.ts';

/** From bronze to gold a build may cost twice the processor time of its bare statements. */
const MOST = 2;
/** Tables made by models; `data_quality` alone is written after the statistics. */
const MODELLED = MODEL_TABLES.map(({ name }) => name).filter((name) => name !== dataQuality.name);
/** Memory of the engine, for a build and for its bare statements alike: S as on a laptop, the others as on a small server. */
const memoryOf = (size: string) => (size === 'S' ? '1GB' : '6GB');
/** S, unless sizes are named: npm run bench -- lake S M */
const sizes = process.argv.length > 2 ? process.argv.slice(2) : ['S'];

/** Processor seconds of this process, all threads and DuckDB's included. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Processor seconds from the end of bronze to the swap, checks included. What our own statistics reckon in between is no
 * part of it: they have benches of their own, and no bare statements to be held against.
 */
async function buildSeconds(root: string, plan: ChainPlan, memory: string): Promise<number> {
  let [begun, ended, modelled, reckoned] = [0, 0, 0, 0];
  const report = (line: string) => {
    console.error(`${processorSeconds().toFixed(0).padStart(6)} s  ${line}`);
    if (line.startsWith('bronze')) begun = processorSeconds();
    if (MODELLED.some((name) => line.startsWith(`gold    ${name}:`))) modelled = processorSeconds();
    if (/^science \w+ took/.test(line)) reckoned = processorSeconds();
    if (line.startsWith('check')) ended = processorSeconds();
  };
  await buildLake(root, generatedChain(plan), {
    now: () => new Date(),
    mark: () => `${process.pid}`,
    report,
    memory,
  });
  return ended - begun - (reckoned - modelled);
}

/** Prints, for each size, the build against its bare statements; true where every ratio keeps the promise. */
async function keepsPromise(): Promise<boolean> {
  let kept = true;
  for (const size of sizes) {
    const plan = CHAIN_SIZES[size as keyof typeof CHAIN_SIZES] ?? unknownSize(size);
    const root = mkdtempSync(join(tmpdir(), 'retail-pulse-bench-'));
    try {
      const built = await buildSeconds(root, plan, memoryOf(size));
      const started = processorSeconds();
      const lines = await runBare(
        generatedChain(plan),
        currentBuild(root),
        join(root, 'bare'),
        memoryOf(size),
      );
      const bare = processorSeconds() - started;
      const ratio = built / bare;
      kept &&= ratio <= MOST;
      console.log(
        `${size}: ${lines.toLocaleString('en-GB')} lines, build ${built.toFixed(1)} s, bare statements ${bare.toFixed(1)} s of processor time, ratio ${ratio.toFixed(2)} (at most ${MOST})`,
      );
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  return kept;
}

function unknownSize(size: string): never {
  throw new Error(`There is no size ${size}; there are ${Object.keys(CHAIN_SIZES).join(', ')}`);
}

process.exitCode = (await keepsPromise()) ? 0 : 1;
