import {
  customerModels,
  customerPredictions,
  nextBestProducts,
  rfmCutPoints,
} from '#server/gold/tables/customer-science.ts';
import type { Bench } from '../../bench.ts';
import { scoreRfm } from '../customers/rfm.ts';
import {
  type CustomerTerms,
  DAYS_PER_WEEK,
  purchasesSince,
  readActivity,
  readHistories,
  readTerms,
  WINDOW_DAYS,
} from './customer-histories.ts';
import { type CustomerModels, fitCustomers, purchasesExpected } from './customer-models.ts';
import { cutPoints } from './cut-points.ts';
import { nextBestSql } from './next-best.ts';
import { DISCOUNT_RATE, HORIZON_WEEKS, predictCustomer } from './predict-customer.ts';
import { type ScienceRow, type ScienceStep, scienceRows } from './science-step.ts';

/** How segments moved is told against four weeks before: one fiscal period as a rule. */
export const BEFORE_DAYS = 28;
/** The last eight weeks are kept from a second fit, to see what it would have said of them. */
export const BACKTEST_DAYS = 56;
/** A segment of nobody's making: bought once, but not in the window. */
const LAPSED = 'lapsed';

/** Segments, predictions and next best products of the customers who ever bought. */
export const customerStep: ScienceStep = {
  name: 'customers',
  tables: [customerPredictions, rfmCutPoints, customerModels, nextBestProducts],
  async make(bench, report) {
    const histories = await readHistories(bench, 0);
    if (histories.length === 0) return {};
    const terms = await readTerms(bench);
    const activity = await readActivity(bench, 0);
    const scores = scoreRfm(activity);
    const models = fitCustomers(histories);
    report(`customers: purchases ${models.purchases.grade}, spend ${models.spend.grade}`);
    const segments = new Map(scores.map((score) => [score.customer, score]));
    const before = await segmentsBefore(bench, terms);
    const stores = await homeStores(bench);
    const rows = function* (): Generator<ScienceRow<typeof customerPredictions>> {
      const active = new Map(activity.map((one) => [one.customer, one]));
      for (const history of histories) {
        const { customer, recency, age } = history;
        const own = active.get(customer);
        const score = segments.get(customer);
        yield {
          customer_key: Number(customer),
          store_id: stores.get(customer) ?? null,
          as_of_date: terms.asOfDate,
          recency_days: Math.round((age - recency) * DAYS_PER_WEEK),
          frequency: own?.frequency ?? 0,
          monetary: own?.monetary ?? 0,
          recency_score: score?.recency ?? null,
          frequency_score: score?.frequency ?? null,
          monetary_score: score?.monetary ?? null,
          segment: score?.segment ?? LAPSED,
          segment_before: before.get(customer) ?? null,
          ...predictCustomer(models, history, terms),
        };
      }
    };
    return {
      customer_predictions: await scienceRows(bench, customerPredictions, rows()),
      rfm_cut_points: await scienceRows(bench, rfmCutPoints, cutPoints(activity, scores, terms.asOfDate)),
      customer_models: await scienceRows(bench, customerModels, await accountOf(bench, models, terms)),
      next_best_products: await nextBestSql(bench),
    };
  },
};

/** Segments as they stood before, where the lake holds the whole window of that day; those who had bought by then. */
async function segmentsBefore(bench: Bench, { days }: CustomerTerms): Promise<ReadonlyMap<string, string>> {
  if (days < WINDOW_DAYS + BEFORE_DAYS) return new Map();
  const scores = new Map(
    scoreRfm(await readActivity(bench, BEFORE_DAYS)).map((one) => [one.customer, one.segment]),
  );
  const known = await bench.rows<{ customer: string }>(`
    SELECT DISTINCT CAST(customer_key AS VARCHAR) AS customer FROM gold.customer_orders
    WHERE is_sale AND business_date <= (SELECT max(last_closed_date) - ${BEFORE_DAYS} FROM silver.lake_builds)`);
  return new Map(known.map(({ customer }) => [customer, scores.get(customer) ?? LAPSED]));
}

async function homeStores(bench: Bench): Promise<ReadonlyMap<string, string | null>> {
  const rows = await bench.rows<{ customer: string; store: string | null }>(
    'SELECT CAST(customer_key AS VARCHAR) AS customer, home_store_id AS store FROM silver.customers WHERE is_current',
  );
  return new Map(rows.map(({ customer, store }) => [customer, store]));
}

/** What the models are made of, and what they would have said of weeks that have come since. */
async function accountOf(bench: Bench, { purchases, spend }: CustomerModels, terms: CustomerTerms) {
  const row = (model: string, measure: string, value: number, error?: number) => ({
    ...{ model, measure, value, standard_error: error ?? null, as_of_date: terms.asOfDate },
    evidence: model === 'bg_nbd' ? purchases.grade : model === 'gamma_gamma' ? spend.grade : null,
  });
  const fits = [
    ['bg_nbd', purchases],
    ['gamma_gamma', spend],
  ] as const;
  const fitted = fits.flatMap(([model, fit]) => {
    const errors = new Map(Object.entries(fit.errors ?? {}));
    return [
      ...Object.entries(fit.parameters ?? {}).map(([name, value]) =>
        row(model, name, value, errors.get(name)),
      ),
      row(model, 'customers', fit.customers),
      ...(fit.logLikelihood === null ? [] : [row(model, 'log_likelihood', fit.logLikelihood)]),
    ];
  });
  const agreed = [
    row('terms', 'window_days', WINDOW_DAYS),
    row('terms', 'horizon_days', HORIZON_WEEKS * DAYS_PER_WEEK),
    row('terms', 'discount_rate', DISCOUNT_RATE),
    row('terms', 'net_rate', terms.netRate),
    ...(terms.marginRate === null ? [] : [row('terms', 'margin_rate', terms.marginRate)]),
  ];
  if (terms.days < 3 * BACKTEST_DAYS) return [...fitted, ...agreed];
  const known = await readHistories(bench, BACKTEST_DAYS);
  const { parameters } = fitCustomers(known).purchases;
  if (!parameters) return [...fitted, ...agreed];
  return [
    ...fitted,
    ...agreed,
    row('backtest', 'days', BACKTEST_DAYS),
    row('backtest', 'customers', known.length),
    row(
      'backtest',
      'expected_purchases',
      purchasesExpected(parameters, known, BACKTEST_DAYS / DAYS_PER_WEEK),
    ),
    row('backtest', 'actual_purchases', await purchasesSince(bench, BACKTEST_DAYS)),
  ];
}
