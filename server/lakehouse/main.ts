import { randomBytes } from 'node:crypto';
import { buildLake, type Effects } from './build-lake.ts';
import { generatedChain } from './chain/source.ts';
import { type Command, parseCommand } from './command-line.ts';
import { hashKeyOf } from './hash-key.ts';
import { lakeRootOf } from './lake-folders.ts';
import { readLakeStatus } from './read-status.ts';
import { declaredSource } from './received/declared-source.ts';
import { recogniseSource } from './received/recognise.ts';
import type { Source } from './source.ts';

const effects: Effects = {
  now: () => new Date(),
  mark: () => randomBytes(3).toString('hex'),
  report: (line) => console.log(line),
  hashKey: hashKeyOf(process.env),
  ...(process.env['LAKE_MEMORY'] === undefined ? {} : { memory: process.env['LAKE_MEMORY'] }),
};

/** Builds a lake and, whether it came about or not, says what this process has spent on it. */
async function build(root: string, source: Source): Promise<void> {
  try {
    await buildLake(root, source, effects);
  } finally {
    // The engine and the fits run in threads of this process, so its own account is the whole account.
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const seconds = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
    effects.report(
      `spent   ${seconds} s of processor time, ${(maxRSS / 2 ** 20).toFixed(2)} GiB of memory at most`,
    );
  }
}

async function obey(command: Command, root: string): Promise<void> {
  if (command.name === 'import') {
    const declaration = await recogniseSource(command.folder, command.source);
    effects.report(`source  ${declaration.title} (${declaration.name})`);
    await build(root, declaredSource(declaration, command.folder));
  }
  if (command.name === 'generate') await build(root, generatedChain(command.plan));
  if (command.name === 'status')
    for (const [name, value] of Object.entries(await readLakeStatus(root))) console.log(`${name}: ${value}`);
}

try {
  await obey(parseCommand(process.argv.slice(2)), lakeRootOf(process.env));
} catch (error) {
  // An error with a code is one we foresaw: its sentence says all, a stack would hide it.
  const foreseen = error instanceof Error && 'code' in error;
  console.error(foreseen ? error.message : error);
  process.exitCode = 1;
}
