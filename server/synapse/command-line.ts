import { parseArgs } from 'node:util';
import type { Month } from '#server/gold/cetas.ts';
import type { Deployment } from '#server/gold/deployment.ts';

export type Command = { readonly name: 'check' } | { readonly name: 'ddl'; readonly deployment: Deployment };

export const USAGE = `npm run synapse -- check   hold the views the app would ask against the contract; exit 1 where they differ
npm run synapse -- ddl     print the script that makes the views, and gold itself where months are named
    [--storage https://<account>.dfs.core.windows.net/<container>] [--data-source lake] [--reader <name of the API registration>]
    [--folder <folder of the build>] [--silver <folder that holds silver/, else that of the build>]
    [--silver-format delta|parquet: delta where --silver names a folder of its own, else parquet as in a copied build]
    [--from 2025-10 --to 2026-11]
check reads the environment of the app (.env.example).`;

/** @throws UsageError */
export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === 'check' && rest.length === 0) return { name };
  if (name === 'ddl') return { name, deployment: parseDeployment(rest) };
  throw new UsageError(name === undefined ? 'a command is missing' : `there is no command ${args.join(' ')}`);
}

function parseDeployment(args: string[]): Deployment {
  const values = optionsOf(args);
  const folder = withoutOuterSlashes(values['folder'] ?? '');
  const silverFolder = withoutOuterSlashes(values['silver'] ?? folder);
  if ((values['from'] === undefined) !== (values['to'] === undefined))
    throw new UsageError('--from and --to go together');
  return {
    storage: values['storage'] ?? 'https://<account>.dfs.core.windows.net/<container>',
    dataSource: plainName('data-source', values['data-source'] ?? 'lake'),
    reader: values['reader'] ?? '<name of the API registration>',
    folder,
    silverFolder,
    silverFormat: formatOf(values['silver-format'] ?? (silverFolder === folder ? 'parquet' : 'delta')),
    months: values['from'] && values['to'] ? monthsBetween(values['from'], values['to']) : [],
  };
}

function optionsOf(args: string[]): Readonly<Record<string, string | undefined>> {
  const names = ['storage', 'data-source', 'reader', 'folder', 'silver', 'silver-format', 'from', 'to'];
  const options = Object.fromEntries(names.map((option) => [option, { type: 'string' as const }]));
  try {
    return parseArgs({ args, options }).values as Record<string, string | undefined>;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function withoutOuterSlashes(folder: string): string {
  return folder.replaceAll(/^\/+|\/+$/g, '');
}

function formatOf(text: string): Deployment['silverFormat'] {
  if (text === 'parquet' || text === 'delta') return text;
  throw new UsageError(`silver is delta or parquet, not ${text}`);
}

/** Every month from the first to the last, both included. */
function monthsBetween(from: string, to: string): Month[] {
  const [first, last] = [from, to].map((text) => {
    const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
    if (!year || !month) throw new UsageError(`a month is written 2026-11, not ${text}`);
    return Number(year) * 12 + Number(month) - 1;
  }) as [number, number];
  if (last < first) throw new UsageError('--to comes before --from');
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const month = first + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` as Month;
  });
}

function plainName(option: string, text: string): string {
  if (!/^[A-Za-z]\w{0,100}$/.test(text)) throw new UsageError(`--${option} takes a plain name, not ${text}`);
  return text;
}

export class UsageError extends Error {
  readonly code = 'USAGE';
  constructor(problem: string) {
    super(`${problem}\n\n${USAGE}`);
    this.name = 'UsageError';
  }
}
