import { randomBytes } from 'node:crypto';
import { buildLake, type Effects } from './build-lake.ts';
import { generatedChain } from './chain/source.ts';
import { type Command, parseCommand } from './command-line.ts';
import { hashKeyOf } from './hash-key.ts';
import { lakeRootOf } from './lake-folders.ts';
import { readLakeStatus } from './read-status.ts';
import { declaredSource } from './received/declared-source.ts';
import { recogniseSource } from './received/recognise.ts';

const effects: Effects = {
  now: () => new Date(),
  mark: () => randomBytes(3).toString('hex'),
  report: (line) => console.log(line),
  hashKey: hashKeyOf(process.env),
  ...(process.env['LAKE_MEMORY'] === undefined ? {} : { memory: process.env['LAKE_MEMORY'] }),
};

async function obey(command: Command, root: string): Promise<void> {
  if (command.name === 'import') {
    const declaration = await recogniseSource(command.folder, command.source);
    effects.report(`source  ${declaration.title} (${declaration.name})`);
    await buildLake(root, declaredSource(declaration, command.folder), effects);
  }
  if (command.name === 'generate') await buildLake(root, generatedChain(command.plan), effects);
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
