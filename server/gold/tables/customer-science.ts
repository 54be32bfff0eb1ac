import type { LakeTable } from '../table.ts';
import { additive, count, day, money, productId, storeId, unknownable } from './columns.ts';

/* What our statistics say of customers. Estimates carry an interval and the evidence behind them, or are absent. */

const customerKey = count('Number that stands for the customer and says nothing about them');
const homeStore = unknownable({ ...storeId, meaning: 'Home store of the customer, where known' });
const asOf = day('Last closed date: everything up to it counts, nothing after');
const chance = (meaning: string) => ({ sqlType: 'decimal(9,6)', nullable: true, meaning }) as const;
const score = (meaning: string) =>
  unknownable(count(`${meaning}, 1 to 5; absent without a purchase in the window`));
const segment = { sqlType: 'varchar(24)' } as const;

export const customerPredictions = {
  schema: 'gold',
  name: 'customer_predictions',
  grain: 'customer that ever bought',
  label: 'Internal',
  key: ['customer_key'],
  partitions: [],
  madeBy: 'science',
  additivity: additive('frequency', 'monetary', 'expected_purchases', 'predicted_sales', 'predicted_clv'),
  columns: {
    customer_key: customerKey,
    store_id: homeStore,
    as_of_date: asOf,
    recency_days: count('Days from the last purchase to the as-of date'),
    frequency: count('Tickets with a sale in the 364 days up to the as-of date'),
    monetary: money('Net sales of those days'),
    recency_score: score('Quintile of recency among customers active in the window, 5 the most recent'),
    frequency_score: score('Quintile of frequency, 5 the most frequent'),
    monetary_score: score('Quintile of net sales, 5 the most worth'),
    segment: {
      ...segment,
      meaning: 'Named cell of recency × frequency; lapsed without a purchase in the window',
    },
    segment_before: {
      ...segment,
      nullable: true,
      meaning: 'The same four weeks before; absent for who came since',
    },
    churn_probability: chance('Chance of no purchase within the 364 days to come'),
    expected_purchases: {
      sqlType: 'decimal(18,4)',
      nullable: true,
      meaning: 'Days with a purchase expected in the 364 to come',
    },
    purchases_low: unknownable(count('Lower end of the 90 % interval of that count')),
    purchases_high: unknownable(count('Upper end')),
    predicted_sales: unknownable(
      money('Net sales expected in the 364 days to come, discounted to the as-of date'),
    ),
    predicted_sales_low: unknownable(money('Lower end of its 90 % interval')),
    predicted_sales_high: unknownable(money('Upper end')),
    predicted_clv: unknownable(money('Gross margin expected of them: customer lifetime value over 364 days')),
    predicted_clv_low: unknownable(money('Lower end of its 90 % interval')),
    predicted_clv_high: unknownable(money('Upper end')),
    evidence: { sqlType: 'varchar(4)', meaning: 'Grade of the weaker of the two models: A, B, C or none' },
  },
} as const satisfies LakeTable;

export const rfmCutPoints = {
  schema: 'gold',
  name: 'rfm_cut_points',
  grain: 'measure × score',
  label: 'Internal',
  key: ['measure', 'score'],
  partitions: [],
  madeBy: 'science',
  columns: {
    measure: {
      sqlType: 'varchar(16)',
      meaning: 'recency (days), frequency (tickets) or monetary (net sales)',
    },
    score: count('1 to 5'),
    as_of_date: asOf,
    least: { sqlType: 'decimal(18,2)', meaning: 'Least value with this score' },
    greatest: {
      sqlType: 'decimal(18,2)',
      meaning: 'Greatest; equal values are parted by the other measures',
    },
    customers: count('Customers with this score'),
  },
} as const satisfies LakeTable;

export const customerModels = {
  schema: 'gold',
  name: 'customer_models',
  grain: 'model × measure',
  label: 'Internal',
  key: ['model', 'measure'],
  partitions: [],
  madeBy: 'science',
  columns: {
    model: { sqlType: 'varchar(16)', meaning: 'bg_nbd (purchases), gamma_gamma (spend), terms or backtest' },
    measure: { sqlType: 'varchar(32)', meaning: 'Parameter, likelihood, count or rate' },
    as_of_date: asOf,
    value: { sqlType: 'decimal(28,8)', meaning: 'Its value' },
    standard_error: { sqlType: 'decimal(28,8)', nullable: true, meaning: 'Standard error, of a parameter' },
    evidence: { sqlType: 'varchar(4)', nullable: true, meaning: 'Grade of the model: A, B, C or none' },
  },
} as const satisfies LakeTable;

export const nextBestProducts = {
  schema: 'gold',
  name: 'next_best_products',
  grain: 'customer × position',
  label: 'Internal',
  key: ['customer_key', 'position'],
  partitions: [],
  madeBy: 'science',
  columns: {
    customer_key: customerKey,
    store_id: homeStore,
    position: count('1 is the best'),
    product_id: productId,
    score: { sqlType: 'decimal(9,6)', meaning: 'Estimated chance that the customer’s next basket holds it' },
    reason: { sqlType: 'varchar(16)', meaning: 'affinity, repurchase or popular' },
    because_product_id: unknownable({
      ...productId,
      meaning: 'Product the customer bought that it goes with',
    }),
    lift: { sqlType: 'decimal(18,6)', nullable: true, meaning: 'Lift of the two, where it goes with one' },
    times_bought: unknownable(
      count('Tickets of the customer that held it, in 364 days, where it is bought again'),
    ),
  },
} as const satisfies LakeTable;
