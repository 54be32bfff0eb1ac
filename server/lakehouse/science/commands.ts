import type { ScienceCommand } from './command.ts';

/** Every command of `npm run science`, in the order the list shows them. */
export const COMMANDS: readonly ScienceCommand[] = [];
