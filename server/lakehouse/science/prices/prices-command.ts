import type { Given, ScienceCommand } from '../command.ts';
import { MisuseError } from '../command.ts';
import { type CsvColumns, readCsvColumns, readCsvHeader } from '../csv-columns.ts';
import { type Cell, writeCsv } from '../csv-lines.ts';
import { namesOf, numberOf, optionalText, textOf } from '../options.ts';
import type { PriceGuardrails } from './guardrails.ts';
import { recommendPrice } from './recommend-price.ts';

const HELP = `
npm run science -- prices --data F [--max-step 0.1] [--margin-floor 0.1] [--endings 99,49] [--competitor-band 0.9,1.05]
                          [--certainty 0.8] [--level 0.9] [--out F]

The price with the largest expected margin that keeps every guardrail, beside doing nothing.

  --data F              a CSV file with a header and a line per product: columns product, price, cost, units (expected
                        at the price now, over whatever horizon), elasticity, standard_error; and, where known,
                        degrees_of_freedom, competitor (matched, recent price), ceiling (a price not to be exceeded)
  --max-step S          largest change, as a share of the price now
  --margin-floor R      least (price - cost) / price
  --endings E,…         last two digits that a price may end in; any when left out
  --competitor-band L,H lowest and highest price as shares of the competitor's
  --certainty C         a change must gain with at least this probability
  --level L             of the interval of the gain
  --out F               where the table goes; standard output when left out

Prices and costs are money with two decimals, of one tax basis. Margin = (price - cost) x units x (price / price
now)^elasticity, its mean taken over the elasticity's uncertainty (normal for the mean, Student's t for intervals).
Columns: product, price, recommended, action, gain (expected margin less that of doing nothing, over the horizon),
lower, upper, probability_of_gain, optimum (without guardrails; empty where the interval of the elasticity reaches -1,
as there is none), reason, limit (the guardrail it ends at).`;

const HEADER =
  'product,price,recommended,action,gain,lower,upper,probability_of_gain,optimum,reason,limit'.split(',');
const NEEDED = ['price', 'cost', 'units', 'elasticity', 'standard_error'];
const text = { type: 'string' } as const;

export const pricesCommand: ScienceCommand = {
  name: 'prices',
  summary: 'prices that earn most within guardrails, from elasticities',
  help: HELP,
  options: {
    ...{ data: text, 'max-step': text, 'margin-floor': text, endings: text, 'competitor-band': text },
    ...{ certainty: text, level: text, out: text },
  },
  async run(given, desk) {
    const file = textOf(given, 'data');
    const known = await readCsvHeader(file);
    const optional = ['degrees_of_freedom', 'competitor', 'ceiling'].filter((name) => known.includes(name));
    const read = await readCsvColumns(file, { numbers: [...NEEDED, ...optional], words: ['product'] });
    const caution = {
      level: numberOf(given, 'level', { otherwise: 0.9, least: 0.5, most: 0.999 }),
      certainty: numberOf(given, 'certainty', { otherwise: 0.8, least: 0, most: 1 }),
    };
    const railsOf = guardrailsFrom(given);
    const rows = Array.from({ length: read.rows }, (_, row): Cell[] => {
      const cell = (name: string) => read.numbers[name]?.[row] ?? Number.NaN;
      const price = cents(cell('price'));
      const product = { price, cost: cents(cell('cost')), units: cell('units'), elasticity: beliefAt(cell) };
      const { action, ...found } = recommendPrice(product, railsOf(cell), caution);
      return [
        ...[nameAt(read, row), price / 100, found.price / 100, action, found.gain / 100],
        ...[found.gainInterval[0] / 100, found.gainInterval[1] / 100, found.probabilityOfGain],
        ...[found.optimum === null ? '' : found.optimum / 100, found.reason, found.limit ?? ''],
      ];
    });
    await writeCsv(optionalText(given, 'out'), HEADER, rows, desk);
  },
};

type CellAt = (name: string) => number;

const cents = (money: number) => Math.round(money * 100);

function beliefAt(cell: CellAt) {
  const degrees = cell('degrees_of_freedom');
  return {
    coefficient: cell('elasticity'),
    standardError: cell('standard_error'),
    degreesOfFreedom: Number.isNaN(degrees) ? Number.POSITIVE_INFINITY : degrees,
  };
}

function guardrailsFrom(given: Given): (cell: CellAt) => PriceGuardrails {
  const maxStep = numberOf(given, 'max-step', { otherwise: 0.1, least: 0, most: 1 });
  const marginFloor = numberOf(given, 'margin-floor', { otherwise: 0.1, least: 0, most: 0.99 });
  const endings = namesOf(given, 'endings').map(Number);
  const [low, high] = namesOf(given, 'competitor-band').map(Number);
  if (endings.some((ending) => !Number.isInteger(ending) || ending < 0 || ending > 99))
    throw new MisuseError('--endings takes whole numbers from 0 to 99', 'prices');
  if (low !== undefined && !(high !== undefined && low > 0 && low <= high))
    throw new MisuseError('--competitor-band takes two shares, the lower first', 'prices');
  return (cell) => {
    const [competitor, ceiling] = [cents(cell('competitor')), cents(cell('ceiling'))];
    const isBanded = low !== undefined && high !== undefined && !Number.isNaN(competitor);
    return {
      ...{ maxStep, marginFloor, endings },
      competitorBand: isBanded ? [competitor * low, competitor * high] : undefined,
      ceiling: Number.isNaN(ceiling) ? undefined : ceiling,
    };
  };
}

function nameAt({ words }: CsvColumns, row: number): string {
  const column = words['product'];
  return column?.words[column.codes[row] ?? -1] ?? '';
}
