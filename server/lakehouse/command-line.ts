import { parseArgs } from 'node:util';
import { type BusinessDate, isBusinessDate } from '#lib/business-date.ts';
import { CHAIN_SIZES, type ChainPlan, type ChainSize } from './chain/chain-plan.ts';
import { MOST_STORES } from './chain/stores.ts';
import { MOST_PRODUCTS } from './chain/variants.ts';

export type Command =
  | { readonly name: 'import'; readonly folder: string; readonly source?: string }
  | { readonly name: 'generate'; readonly plan: ChainPlan }
  | { readonly name: 'status' };

export const USAGE = `npm run lake -- import <folder>      build the lake from a retailer's CSV files
    [--source <name, or JSON file of a declaration>]
npm run lake -- generate             build the lake of a made-up chain
    [--size S|M|L] [--seed 1] [--stores 20] [--products 400] [--days 399] [--last-closed 2026-11-22]
npm run lake -- status               say what is served
The lake is in LAKE_ROOT, else in .data/lake. LAKE_MEMORY=8GB gives the engine more than its usual gigabyte.`;

/** @throws UsageError */
export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === 'import') {
    const { values, positionals } = parse(rest, { source: { type: 'string' } }, true);
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError('import takes one folder');
    const { source } = values;
    return typeof source === 'string' ? { name, folder, source } : { name, folder };
  }
  if (name === 'status') {
    parse(rest, {});
    return { name };
  }
  if (name === 'generate') return { name, plan: parsePlan(rest) };
  throw new UsageError(name === undefined ? 'a command is missing' : `there is no command ${name}`);
}

function parsePlan(args: string[]): ChainPlan {
  const text = { type: 'string' } as const;
  const options = { size: text, seed: text, stores: text, products: text, days: text, 'last-closed': text };
  const { values } = parse(args, options);
  const size = String(values['size'] ?? 'S');
  if (!(size in CHAIN_SIZES))
    throw new UsageError(`--size takes ${Object.keys(CHAIN_SIZES).join(', ')}, not ${size}`);
  const usual = CHAIN_SIZES[size as ChainSize];
  return {
    seed: wholeNumber('seed', values['seed'], usual.seed),
    stores: wholeNumber('stores', values['stores'], usual.stores, MOST_STORES),
    products: wholeNumber('products', values['products'], usual.products, MOST_PRODUCTS),
    days: wholeNumber('days', values['days'], usual.days, 3660),
    lastClosedDate: day(values['last-closed'], usual.lastClosedDate),
  };
}

type Value = string | boolean | undefined;
type TextOptions = Readonly<Record<string, { readonly type: 'string' }>>;

function parse(args: string[], options: TextOptions, allowPositionals = false) {
  try {
    return parseArgs({ args, options, allowPositionals });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function wholeNumber(name: string, text: Value, otherwise: number, most = 999_999_999): number {
  if (text === undefined) return otherwise;
  const least = name === 'seed' ? 0 : 1;
  const number = /^\d{1,9}$/.test(String(text)) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not ${text}`);
}

function day(text: Value, otherwise: BusinessDate): BusinessDate {
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
