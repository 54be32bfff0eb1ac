import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util';

/** One method of the science on plain CSV files: `npm run science -- <name> …`. */
export interface ScienceCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What goes in, what comes out, by which definitions; lines of at most 110 characters. */
  readonly help: string;
  readonly options: Readonly<Record<string, ParseArgsOptionDescriptor>>;
  run(given: Given, desk: Desk): Promise<void>;
}

/** Options as written on the command line, by name. */
export type Given = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** Where results and remarks go. */
export interface Desk {
  /** A line of the result: standard output. */
  print(line: string): void;
  /** A remark about the data or the method: standard error. */
  note(line: string): void;
}

/** @throws MisuseError for an option that the command does not have. */
export function readOptions(command: ScienceCommand, args: readonly string[]): Given {
  const options = { ...command.options, help: { type: 'boolean' as const } };
  try {
    return { ...parseArgs({ args: [...args], options }).values };
  } catch (cause) {
    throw new MisuseError(cause instanceof Error ? cause.message : String(cause), command.name);
  }
}

export class MisuseError extends Error {
  readonly code = 'USAGE';
  constructor(problem: string, command?: string) {
    super(`${problem}\nSee: npm run science -- ${command === undefined ? '' : `${command} `}--help`);
    this.name = 'MisuseError';
  }
}
