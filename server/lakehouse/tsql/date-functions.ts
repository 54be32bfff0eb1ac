import { convert } from './convert.ts';
import { UntranslatableError } from './refusals.ts';
import { argument, asMoment, asWhole, count, type Rule } from './rule.ts';
import { INT, isText } from './sql-type.ts';
import type { Value } from './value.ts';

const PARTS: Readonly<Record<string, string>> = {
  yy: 'year',
  yyyy: 'year',
  qq: 'quarter',
  q: 'quarter',
  mm: 'month',
  m: 'month',
  dayofyear: 'dayofyear',
  dy: 'dayofyear',
  y: 'dayofyear',
  dd: 'day',
  d: 'day',
  wk: 'week',
  ww: 'week',
  weekiso: 'iso_week',
  isowk: 'iso_week',
  isoww: 'iso_week',
  hh: 'hour',
  mi: 'minute',
  n: 'minute',
  ss: 'second',
  s: 'second',
  ms: 'millisecond',
};

const MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };
const DAYS: Readonly<Record<string, number>> = { week: 7, day: 1, dayofyear: 1 };
const CLOCK: Readonly<Record<string, string>> = {
  hour: 'to_hours',
  minute: 'to_minutes',
  second: 'to_seconds',
  millisecond: 'to_milliseconds',
};

/** Parts whose number depends on no session setting. */
const READINGS: Readonly<Record<string, (sql: string) => string>> = {
  year: (sql) => `year(${sql})`,
  quarter: (sql) => `quarter(${sql})`,
  month: (sql) => `month(${sql})`,
  dayofyear: (sql) => `dayofyear(${sql})`,
  day: (sql) => `day(${sql})`,
  iso_week: (sql) => `weekofyear(${sql})`,
  hour: (sql) => `hour(${sql})`,
  minute: (sql) => `minute(${sql})`,
  second: (sql) => `second(${sql})`,
  millisecond: (sql) => `millisecond(${sql}) % 1000`,
};

function partOf(word: string | undefined, name: string): string {
  if (word === undefined) throw new UntranslatableError(`${name} without a part such as day`);
  return PARTS[word] ?? word;
}

/** A date stays a date and a datetime2 keeps its scale; month ends are kept within the month. */
const dateAdd: Rule = (args, name, word) => {
  count(args, name, 2);
  const part = partOf(word, name);
  const amount = argument(args, 0, name);
  const steps = convert(amount.type.kind === 'null' ? asWhole(amount, name) : amount, INT).sql;
  const moment = asMoment(argument(args, 1, name), name);
  const { sql, type } = moment;
  const days = DAYS[part];
  const months = MONTHS[part];
  if (days && type.kind === 'date') return { sql: `(${sql} + ${days} * ${steps})`, type };
  if (days) return { sql: `(${sql} + to_days(${days} * ${steps}))`, type };
  if (months) {
    const moved = `(${sql} + to_months(${months} * ${steps}))`;
    return { sql: type.kind === 'date' ? `CAST(${moved} AS DATE)` : moved, type };
  }
  const clock = CLOCK[part];
  if (!clock || type.kind === 'date') throw new UntranslatableError(`DATEADD(${word}) of ${type.kind}`);
  return { sql: `(${sql} + ${clock}(${steps}))`, type };
};

/** Boundaries crossed between two moments; weeks are refused because T-SQL counts Sundays. */
const dateDiff: Rule = (args, name, word) => {
  count(args, name, 2);
  const part = partOf(word, name).replace('dayofyear', 'day');
  if (!(part in MONTHS) && part !== 'day' && !(part in CLOCK))
    throw new UntranslatableError(`DATEDIFF(${word})`);
  const [from, to] = [0, 1].map((index) => {
    const value = argument(args, index, name);
    // A written date is read as datetime2 here, and here only.
    const moment = value.literal !== undefined && isText(value.type) ? value : asMoment(value, name);
    return convert(moment, { kind: 'datetime2', scale: 7 }).sql;
  });
  return { sql: `CAST(date_diff('${part}', ${from}, ${to}) AS INTEGER)`, type: INT };
};

const datePart: Rule = (args, name, word) => {
  count(args, name, 1);
  return reading(partOf(word, name), argument(args, 0, name), `DATEPART(${word})`);
};

const shorthand =
  (part: string): Rule =>
  (args, name) =>
    reading(part, argument(count(args, name, 1), 0, name), name);

function reading(part: string, value: Value, name: string): Value {
  const read = READINGS[part];
  if (!read) throw new UntranslatableError(name);
  const moment = asMoment(value, name);
  if (part in CLOCK && moment.type.kind === 'date') throw new UntranslatableError(`${name} of date`);
  return { sql: `CAST(${read(moment.sql)} AS INTEGER)`, type: INT };
}

const endOfMonth: Rule = (args, name) => {
  count(args, name, 1, 2);
  const day = convert(asMoment(argument(args, 0, name), name), { kind: 'date' }).sql;
  const ahead = args[1] ? convert(asWhole(args[1], name), INT).sql : undefined;
  const moved = ahead === undefined ? day : `CAST(${day} + to_months(${ahead}) AS DATE)`;
  return { sql: `last_day(${moved})`, type: { kind: 'date' } };
};

const dateFromParts: Rule = (args, name) => {
  const parts = count(args, name, 3).map((value) => asWhole(value, name).sql);
  return { sql: `make_date(${parts.join(', ')})`, type: { kind: 'date' } };
};

export const DATE_FUNCTIONS: Readonly<Record<string, Rule>> = {
  DATEADD: dateAdd,
  DATEDIFF: dateDiff,
  DATEFROMPARTS: dateFromParts,
  DATEPART: datePart,
  DAY: shorthand('day'),
  EOMONTH: endOfMonth,
  MONTH: shorthand('month'),
  YEAR: shorthand('year'),
};
