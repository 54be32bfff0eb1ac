import { parseArgs } from 'node:util';
import { type BusinessDate, isBusinessDate } from '#lib/business-date.ts';
import { type ChainPlan, DEFAULT_CHAIN } from './chain/chain-plan.ts';

export type Command =
  | { readonly name: 'import'; readonly folder: string }
  | { readonly name: 'generate'; readonly plan: ChainPlan }
  | { readonly name: 'status' }
  | { readonly name: 'ddl'; readonly dataSource: string; readonly folder: string };

export const USAGE = `npm run lake -- import <folder>      build the lake from Online Retail CSV files
npm run lake -- generate             build the lake of a made-up chain
    [--seed 1] [--stores 20] [--products 400] [--days 399] [--last-closed 2026-11-22]
npm run lake -- status               say what is served
npm run lake -- ddl                  print the Synapse views over gold
    [--data-source lake] [--folder <folder of a build within it>]
The lake is in LAKE_ROOT, else in .data/lake.`;

/** @throws UsageError */
export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === 'import') {
    const { positionals } = parse(rest, {});
    if (positionals.length !== 1) throw new UsageError('import takes one folder');
    return { name, folder: positionals[0] ?? '' };
  }
  if (name === 'status') return { name };
  if (name === 'ddl') {
    const { values } = parse(rest, { 'data-source': { type: 'string' }, folder: { type: 'string' } });
    return { name, dataSource: values['data-source'] ?? 'lake', folder: values['folder'] ?? '' };
  }
  if (name === 'generate') return { name, plan: parsePlan(rest) };
  throw new UsageError(name === undefined ? 'a command is missing' : `there is no command ${name}`);
}

function parsePlan(args: string[]): ChainPlan {
  const text = { type: 'string' } as const;
  const options = { seed: text, stores: text, products: text, days: text, 'last-closed': text };
  const { values } = parse(args, options);
  return {
    seed: wholeNumber('seed', values['seed'], DEFAULT_CHAIN.seed),
    stores: wholeNumber('stores', values['stores'], DEFAULT_CHAIN.stores),
    products: wholeNumber('products', values['products'], DEFAULT_CHAIN.products),
    days: wholeNumber('days', values['days'], DEFAULT_CHAIN.days),
    lastClosedDate: day(values['last-closed'], DEFAULT_CHAIN.lastClosedDate),
  };
}

type TextOptions = Readonly<Record<string, { readonly type: 'string' }>>;

function parse(args: string[], options: TextOptions) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function wholeNumber(name: string, text: string | boolean | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(String(text)) || (name !== 'seed' && Number(text) === 0))
    throw new UsageError(`--${name} takes a whole number above 0, not ${text}`);
  return Number(text);
}

function day(text: string | boolean | undefined, otherwise: BusinessDate): BusinessDate {
  if (text === undefined) return otherwise;
  const given = String(text);
  if (!isBusinessDate(given)) throw new UsageError(`--last-closed takes a day as YYYY-MM-DD, not ${given}`);
  return given;
}

export class UsageError extends Error {
  readonly code = 'USAGE';
  constructor(problem: string) {
    super(`${problem}\n\n${USAGE}`);
    this.name = 'UsageError';
  }
}
