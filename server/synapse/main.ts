import { deploymentScript } from '#server/gold/deployment.ts';
import { type Command, parseCommand, UsageError } from './command-line.ts';
import { differencesTable } from './contract-check/differences-table.ts';
import { findDifferences } from './contract-check/find-differences.ts';
import { closeGoldSource, goldSource } from './gold-source.ts';

/** 0: as the contract says; 1: not so; 2: nothing could be said. */
async function obey(command: Command): Promise<number> {
  if (command.name === 'ddl') {
    console.log(deploymentScript(command.deployment));
    return 0;
  }
  try {
    const { views, columns, differences } = await findDifferences(goldSource());
    if (differences.length === 0) {
      console.log(`${views} views and their ${columns} columns are as the contract says, and can be read.`);
      return 0;
    }
    console.log(differencesTable(differences));
    console.log(`\n${differences.length} differences from the contract of ${views} views.`);
    return 1;
  } finally {
    await closeGoldSource();
  }
}

try {
  process.exitCode = await obey(parseCommand(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : `Nothing could be checked: ${reasonOf(error)}`);
  process.exitCode = 2;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
