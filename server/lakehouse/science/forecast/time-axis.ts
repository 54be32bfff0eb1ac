/** Equally spaced periods: numbers (weeks of a study), days, hours or calendar months, as the file spells them. */
export interface TimeAxis {
  readonly periods: number;
  /** Period of each time given, in their order; -1 for an unreadable one. */
  readonly places: Int32Array;
  /** Period of a time spelled as in the file, NaN where it is none. Periods past the end have a place too. */
  placeOf(time: string): number;
  /** The time of a period, spelled as in the file. */
  spell(place: number): string;
}

type Reading = Pick<TimeAxis, 'spell'> & { read(time: string): number };

const MOST_EMPTY = 50;
const DAY = 86_400_000;

/** @throws UnevenTimesError where times are of no known kind, or lie so unevenly that nearly all periods would be missing. */
export function timeAxis(times: readonly string[]): TimeAxis {
  const { read, spell } = readingOf(times);
  const units = times.map(read);
  const known = [...new Set(units.filter((unit) => !Number.isNaN(unit)))].sort((one, other) => one - other);
  const [first] = known;
  if (first === undefined)
    throw new UnevenTimesError(
      `${times.find(Boolean) ?? 'nothing'} is no time: numbers, YYYY-MM-DD, YYYY-MM and ISO times are`,
    );
  const step = known.slice(1).reduce((common, unit, i) => commonStep(common, unit - (known[i] ?? 0)), 0) || 1;
  const placeOf = (unit: number) => Math.round((unit - first) / step);
  const periods = placeOf(known.at(-1) ?? first) + 1;
  if (periods > MOST_EMPTY * known.length)
    throw new UnevenTimesError(
      `the times are uneven: ${known.length} of them would need ${periods} equal periods`,
    );
  const isOnAxis = (unit: number) => Math.abs((unit - first) / step - placeOf(unit)) < 1e-6;
  return {
    periods,
    places: Int32Array.from(units, (unit) => (Number.isNaN(unit) ? -1 : placeOf(unit))),
    placeOf: (time) => (isOnAxis(read(time)) ? placeOf(read(time)) : Number.NaN),
    spell: (place) => spell(first + place * step),
  };
}

/** Greatest common divisor, of fractions too as far as they are one. */
function commonStep(one: number, other: number): number {
  const [great, small] = one > other ? [one, other] : [other, one];
  return small < 1e-9 * great ? great : commonStep(small, great % small);
}

function readingOf(times: readonly string[]): Reading {
  const given = times.filter(Boolean);
  const compact = given.every((time) => /^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(time));
  if (compact) {
    const spell = (days: number) => isoDay(days * DAY).replaceAll('-', '');
    return { read: (time) => Date.parse(time.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')) / DAY, spell };
  }
  if (given.every((time) => Number.isFinite(Number(time))))
    return { read: (time) => (time === '' ? Number.NaN : Number(time)), spell: String };
  const days = given.filter((time) => /^\d{4}-\d{2}(-\d{2})?$/.test(time)).map((time) => time.slice(8));
  const isMonths = days.length === given.length && new Set(days).size === 1;
  if (isMonths) return monthsOf(days[0] ?? '');
  const isDays = days.length === given.length;
  // Without a zone a time is taken as it stands: shops' clocks have hours that never were, files do not.
  const read = (time: string) =>
    Date.parse(
      /T|\s/.test(time) && !/(Z|[+-]\d{2}:?\d{2})$/.test(time) ? `${time.replace(/\s+/, 'T')}Z` : time,
    );
  return { read, spell: isDays ? isoDay : (at) => new Date(at).toISOString().replace(/\.000Z$/, 'Z') };
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

function monthsOf(day: string): Reading {
  const end = day === '' ? '' : `-${day}`;
  return {
    read: (time) => {
      const [, year, month, rest] = /^(\d{4})-(\d{2})(-\d{2})?$/.exec(time) ?? [];
      return year === undefined || (rest ?? '') !== end ? Number.NaN : Number(year) * 12 + Number(month) - 1;
    },
    spell: (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}${end}`,
  };
}

export class UnevenTimesError extends Error {
  readonly code = 'TIMES_UNEVEN';
  constructor(problem: string) {
    super(problem);
    this.name = 'UnevenTimesError';
  }
}
