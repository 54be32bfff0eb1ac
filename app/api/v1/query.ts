import { z } from 'zod';
import { BASES } from '#lib/comparison.ts';
import { PERIOD_PRESETS, type SearchParams } from '#lib/period.ts';
import { CHANNELS } from '#lib/place-choice.ts';

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

export const SEARCH_QUERY = z.strictObject({
  q: z.string().trim().min(2).max(60).describe('Part of a name or the beginning of an id'),
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
  const refused = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => key.slice(0, 40)) : [issue.path.join('.')],
  );
  throw new QueryRefusedError([...new Set(refused)]);
}
