import 'server-only';
import { type Request, TYPES } from 'tedious';
import { z } from 'zod';
import { type BusinessDate, isBusinessDate } from '#lib/business-date.ts';
import type { Period } from '#lib/period.ts';

/** A parameter as it goes over the wire: its SQL type is stated, never inferred from the value. */
export interface BoundParameter {
  readonly name: string;
  readonly type: Parameters<Request['addParameter']>[1];
  readonly value: string | number | Date;
}

type Bind = (name: string, value: never) => readonly BoundParameter[];

/** How each kind of parameter is bound: a question can only use the kinds written here. */
const kinds = new WeakMap<z.ZodType, Bind>();

const date = z.string().refine(isBusinessDate);

function boundDate(name: string, day: BusinessDate): BoundParameter {
  return { name, type: TYPES.Date, value: new Date(`${day}T00:00:00Z`) };
}

interface DaysAsText {
  readonly from: string;
  readonly to: string;
}

/** Both days included. A parameter `period` is `@periodFrom` and `@periodTo` in the SQL, each a `date`. */
export function periodParameter(): z.ZodType<Period, DaysAsText> {
  const schema = z
    .strictObject({ from: date, to: date })
    .refine(({ from, to }) => from <= to, 'ends before it starts');
  kinds.set(schema, (name, { from, to }: Period) => [
    boundDate(`${name}From`, from),
    boundDate(`${name}To`, to),
  ]);
  return schema;
}

/** More runs than any alignment of days makes; what is beyond would make the statement long for nothing. */
const MOST_RUNS = 40;

/**
 * Days in one or several runs, each with both ends included, in order and apart. A parameter `basis` is asked for with
 * `inDays(d.business_date, basis)` in the SQL.
 */
export function daysParameter(): z.ZodType<readonly Period[], readonly DaysAsText[]> {
  const run = z.strictObject({ from: date, to: date }).refine(({ from, to }) => from <= to);
  const schema = z
    .array(run)
    .min(1)
    .max(MOST_RUNS)
    .refine((runs) => runs.every(({ from }, at) => at === 0 || from > (runs[at - 1]?.to ?? '')), 'overlap');
  kinds.set(schema, (name, runs: readonly Period[]) =>
    runs.flatMap(({ from, to }, at) => [
      boundDate(`${name}${at}From`, from),
      boundDate(`${name}${at}To`, to),
    ]),
  );
  return schema;
}

const IN_DAYS = /\binDays\(([a-z]\w*\.[a-z]\w*), ([a-z]\w*)\)/g;

/**
 * Writes out which days `inDays` asks for, run by run; the days themselves stay parameters.
 * @throws TypeError where it names a parameter that is not days
 */
export function withDays(sql: string, values: Readonly<Record<string, unknown>>): string {
  return sql.replaceAll(IN_DAYS, (_, column: string, name: string) => {
    const runs = values[name];
    if (!Array.isArray(runs)) throw new TypeError(`inDays names ${name}, which is not days`);
    const parts = runs.map((_run, at) => `${column} BETWEEN @${name}${at}From AND @${name}${at}To`);
    return `(${parts.join(' OR ')})`;
  });
}

/** A whole number within bounds, sent as `int`. */
export function intParameter(min: number, max: number): z.ZodType<number, number> {
  const schema = z.int().min(min).max(max);
  kinds.set(schema, (name, value: number) => [{ name, type: TYPES.Int, value }]);
  return schema;
}

/** A SHA-256 as hexadecimal text, sent as `varchar`. */
export function digestParameter(): z.ZodType<string, string> {
  const schema = z.string().regex(/^[0-9a-f]{64}$/);
  kinds.set(schema, (name, value: string) => [{ name, type: TYPES.VarChar, value }]);
  return schema;
}

/** Text of at most so many characters, sent as `nvarchar`. */
export function textParameter(longest: number): z.ZodType<string, string> {
  const schema = z.string().max(longest);
  kinds.set(schema, (name, value: string) => [{ name, type: TYPES.NVarChar, value }]);
  return schema;
}

/** Money in minor units, sent as `bigint`; in a cache key it is its digits. */
export function amountParameter(): z.ZodType<string, string> {
  const schema = z.string().regex(/^-?\d{1,18}$/);
  kinds.set(schema, (name, value: string) => [{ name, type: TYPES.BigInt, value }]);
  return schema;
}

export type ParameterShape = Readonly<Record<string, z.ZodType>>;

/**
 * The parameters of one asking; the values have passed their schemas.
 * @throws TypeError where a parameter is of no known kind, and so would have no stated SQL type.
 */
export function bindParameters(
  shape: ParameterShape,
  values: Readonly<Record<string, unknown>>,
): BoundParameter[] {
  return Object.entries(shape).flatMap(([name, schema]) => kindOf(name, schema)(name, values[name] as never));
}

/** @throws TypeError naming the parameter */
export function requireKnownKinds(question: string, shape: ParameterShape): void {
  for (const [name, schema] of Object.entries(shape)) kindOf(`${question} ${name}`, schema);
}

function kindOf(name: string, schema: z.ZodType): Bind {
  const bind = kinds.get(schema);
  if (!bind) throw new TypeError(`parameter ${name} is of no known kind`);
  return bind;
}
