import { type Given, MisuseError, type ScienceCommand } from '../command.ts';
import { type Cell, writeCsv } from '../csv-lines.ts';
import { seededRandom } from '../draws.ts';
import { numberOf, oneOf, optionalText, textOf } from '../options.ts';
import { type BgNbd, fitBgNbd } from './bg-nbd.ts';
import { expectedPurchases, forecastPurchases } from './expected-purchases.ts';
import { expectedSpend, fitGammaGamma, type GammaGamma } from './gamma-gamma.ts';
import { predictClv } from './predicted-clv.ts';
import { isPossible, type PurchaseHistory } from './purchase-history.ts';
import { DAYS_PER_UNIT, dayNumber, readHistories, UNITS } from './read-histories.ts';

const text = { type: 'string' } as const;

export const clvCommand: ScienceCommand = {
  name: 'clv',
  summary: 'expected purchases and customer lifetime value: BG/NBD and Gamma-Gamma',
  options: {
    ...{
      data: text,
      out: text,
      unit: text,
      until: text,
      horizon: text,
      'discount-rate': text,
      'margin-rate': text,
    },
    ...{
      customer: text,
      date: text,
      amount: text,
      frequency: text,
      recency: text,
      age: text,
      monetary: text,
    },
  },
  help: `
npm run science -- clv --data F [--out F]

F is a CSV file with a header, of one of two kinds, told apart by its columns (any case; or name them):
  transactions  --customer customer  --date date (YYYY-MM-DD or YYYYMMDD)  --amount amount (may be missing)
  summary       --frequency frequency  --recency recency  --age T  --monetary monetary (may be missing)
Transactions become a summary: purchases of a customer on one day are one; frequency counts days with a
purchase after the first; recency is the time from first to last; T from first to the end of observation;
monetary is the mean spend of the repeat purchases alone.
  --unit week|day|month|year   unit of time of the result, and of a summary's columns (week = 7 days)
  --until YYYY-MM-DD           end of observation; otherwise the last day in the file. Later purchases are
                               used to check the forecast: rows "holdout"
Result, on standard output: model, parameter, value, standard_error. BG/NBD (Fader, Hardie, Lee 2005) with
r, alpha (in the unit), a, b; Gamma-Gamma (Fader, Hardie 2013) with p, q, v on customers with a repeat
purchase of more than 0. Both by maximum likelihood; log_likelihood holds every term; standard errors from
its second derivatives.
  --out F                      a line for each customer: probability_alive, churn_probability (no purchase
                               within --horizon, 52 units), expected_purchases within it with a 90 % interval
                               of the count, expected_spend of a purchase, and predicted_clv: spend x
                               --margin-rate (1), discounted by --discount-rate a year (0.1), with a 90 %
                               interval
`,
  async run(given, desk) {
    const unit = oneOf(given, 'unit', UNITS, 'week');
    const horizon = numberOf(given, 'horizon', { otherwise: 52, least: 0 });
    const until = untilOf(given);
    const { histories, later } = await readHistories(textOf(given, 'data'), given, unit, until, horizon);
    const purchases = fitBgNbd(histories);
    const spend = fitGammaGamma(histories);
    const rows: Cell[][] = [
      ...fitRows('bg_nbd', purchases, { customers: purchases.customers, left_out: purchases.leftOut }),
      ...fitRows('gamma_gamma', spend, { customers: spend.customers, correlation: spend.correlation ?? '' }),
    ];
    const model = purchases.parameters;
    if (model && later) {
      const expected = histories
        .filter(isPossible)
        .map((history) => expectedPurchases(model, history, horizon));
      rows.push(['holdout', 'expected_purchases', expected.reduce((sum, one) => sum + one, 0), '']);
      rows.push(['holdout', 'actual_purchases', later.purchases, '']);
      if (later.days < horizon * DAYS_PER_UNIT[unit])
        desk.note(
          `the file ends ${later.days} days after --until, before the horizon of ${horizon} ${unit}s`,
        );
    }
    await writeCsv(undefined, ['model', 'parameter', 'value', 'standard_error'], rows, desk);
    for (const fit of [purchases, spend]) if (fit.because) desk.note(`grade ${fit.grade}: ${fit.because}`);
    const out = optionalText(given, 'out');
    if (!out) return;
    const perYear = 365.25 / DAYS_PER_UNIT[unit];
    const terms = {
      horizon,
      discountRate: Math.log(1 + numberOf(given, 'discount-rate', { otherwise: 0.1, least: 0 })) / perYear,
      marginRate: numberOf(given, 'margin-rate', { otherwise: 1, least: 0, most: 1 }),
    };
    await writeCsv(out, CUSTOMER_HEADER, customerRows(histories, model, spend.parameters, terms), desk);
  },
};

function untilOf(given: Given): number | undefined {
  const date = optionalText(given, 'until');
  const day = date === undefined ? undefined : dayNumber(date);
  if (Number.isNaN(day)) throw new MisuseError(`--until takes a day as YYYY-MM-DD, not ${date}`, 'clv');
  return day;
}

interface Fit {
  readonly grade: string;
  readonly parameters: BgNbd | GammaGamma | null;
  readonly errors: BgNbd | GammaGamma | null;
  readonly logLikelihood: number | null;
}

function fitRows(model: string, fit: Fit, counts: Readonly<Record<string, Cell>>): Cell[][] {
  const errors = new Map(Object.entries(fit.errors ?? {}));
  return [
    ...Object.entries(fit.parameters ?? {}).map(([name, value]) => [
      model,
      name,
      value,
      errors.get(name) ?? '',
    ]),
    [model, 'log_likelihood', fit.logLikelihood ?? '', ''],
    [model, 'grade', fit.grade, ''],
    ...Object.entries(counts).map(([name, count]) => [model, name, count, '']),
  ];
}

const CUSTOMER_HEADER =
  'customer,frequency,recency,T,monetary,probability_alive,churn_probability,expected_purchases,purchases_low,purchases_high,expected_spend,predicted_clv,clv_low,clv_high'.split(
    ',',
  );
const FUTURES = 500;

function* customerRows(
  histories: readonly PurchaseHistory[],
  model: BgNbd | null,
  spend: GammaGamma | null,
  terms: { readonly horizon: number; readonly discountRate: number; readonly marginRate: number },
): Generator<Cell[]> {
  const random = seededRandom(1); // the same file gives the same intervals
  for (const history of histories) {
    const { customer, frequency, recency, age, monetary } = history;
    const known = isPossible(history) ? model : null;
    const ahead = known && forecastPurchases(known, history, terms.horizon);
    const clv =
      known && spend && predictClv(known, spend, history, { ...terms, futures: FUTURES, level: 0.9 }, random);
    yield [
      ...[customer, frequency, recency, age, monetary],
      ...[
        ahead?.probabilityAlive ?? '',
        ahead?.churnProbability ?? '',
        ahead?.expected ?? '',
        ahead?.low ?? '',
        ahead?.high ?? '',
      ],
      ...[
        (spend && expectedSpend(spend, history)) ?? '',
        clv?.predictedClv ?? '',
        clv?.low ?? '',
        clv?.high ?? '',
      ],
    ];
  }
}
