import { z } from 'zod';
import { BASES } from '#lib/comparison.ts';
import { CUSTOMER_SEGMENTS } from '#lib/customer-segment.ts';
import { PERIOD_PRESETS, type SearchParams } from '#lib/period.ts';
import { CHANNELS } from '#lib/place-choice.ts';
import { PRICE_FILTERS } from '#lib/price-view.ts';

const several = z.union([z.string().min(1).max(100), z.array(z.string().min(1).max(100)).max(50)]);
const oneOf = (names: object) => z.enum(Object.keys(names) as [string, ...string[]]);

/** What may stand in the query of a list: what stands in the address of its page, and where to go on. */
export const LIST_QUERY = z.strictObject({
  period: oneOf(PERIOD_PRESETS).optional().describe('Days by name; the last 28 where nothing is said'),
  from: z.iso.date().optional().describe('First business date; with `to`'),
  to: z.iso.date().optional().describe('Last business date, included'),
  basis: oneOf(BASES).optional().describe('What changes are measured against'),
  store: several.optional().describe('Store id; may stand several times'),
  region: several.optional().describe('Region; may stand several times'),
  channel: oneOf(CHANNELS).optional().describe('Channel of the sale'),
  category: z.string().min(1).max(100).optional().describe('Department, category or subcategory'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100).describe('Rows at most'),
  cursor: z.string().max(200).optional().describe('`next` of the answer before'),
});

/** What some lists can be narrowed by beside, as the address of their page has it. */
const OWN_CHOICES = {
  comp: z.literal('yes').optional().describe('Comparable stores only'),
  bridge: z.literal('basket').optional().describe('By price and mix instead of traffic and conversion'),
  segment: oneOf(CUSTOMER_SEGMENTS).optional().describe('Segment of customers'),
  standing: oneOf(PRICE_FILTERS).optional().describe('How it stands with a recommendation; all without it'),
  product: z.string().min(1).max(32).optional().describe('Product id'),
  level: z.string().min(1).max(40).optional().describe('Level of goods that rules are of'),
  format: z.string().min(1).max(40).optional().describe('Format of stores'),
  season: z.string().min(1).max(40).optional().describe('Season'),
};
export type OwnChoice = keyof typeof OWN_CHOICES;

/** The query of a list that has choices of its own. */
export function queryOf(own: readonly OwnChoice[]): z.ZodObject {
  return LIST_QUERY.extend(Object.fromEntries(own.map((name) => [name, OWN_CHOICES[name]])));
}

export const SEARCH_QUERY = z.strictObject({
  q: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .meta({ description: 'Part of a name or the beginning of an id', examples: ['ba'] }),
});

export const NUMBERS_QUERY = z.strictObject({
  beginning: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{1,32}$/)
    .meta({
      description: 'First characters of a loyalty number, or of a customer’s id',
      examples: ['C0'],
    }),
});

/** The days of notes, and the stores and regions they are narrowed to. */
export const NOTES_QUERY = z.strictObject({
  from: z.iso.date().meta({ description: 'First business date', examples: ['2026-10-05'] }),
  to: z.iso.date().meta({ description: 'Last business date, included', examples: ['2026-10-11'] }),
  store: LIST_QUERY.shape.store,
  region: LIST_QUERY.shape.region,
});

/** Of what cannot be narrowed. */
export const NO_QUERY = z.strictObject({});

export const STOCK_QUERY = z.strictObject({
  store: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Store id: that store alone, with its shelves; every store without them where nothing is said'),
});

/** The query of an address cannot be read. The message names what is wrong and repeats no value. */
export class QueryRefusedError extends Error {
  readonly code = 'BAD_QUERY';
  constructor(names: readonly string[]) {
    super(`Not understood: ${names.join(', ')}.`);
    this.name = 'QueryRefusedError';
  }
}

/** @throws QueryRefusedError */
export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  search: SearchParams,
): z.output<Schema> {
  const read = schema.safeParse(search);
  if (read.success) return read.data;
  throw new QueryRefusedError(refusedNames(read.error));
}

/** Names of what a schema did not take, each once; '' for the whole. */
export function refusedNames({ issues }: z.ZodError): readonly string[] {
  const names = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => key.slice(0, 40)) : [issue.path.join('.')],
  );
  return [...new Set(names)];
}
