import type { LakeTable } from '../table.ts';
import { count, day } from './columns.ts';

/* What is bought together. An association between goods of one basket, never the effect of one on the other. */

const slice = {
  level: { sqlType: 'varchar(16)', meaning: 'What the items are: product, subcategory or category' },
  store_format: { sqlType: 'varchar(32)', meaning: 'Format of the stores, or all' },
  season: { sqlType: 'varchar(8)', meaning: 'spring, summer, autumn, winter, or all' },
} as const;
const rate = (meaning: string) => ({ sqlType: 'decimal(12,9)', meaning }) as const;
const ratio = (meaning: string) => ({ sqlType: 'decimal(18,6)', meaning }) as const;

export const affinityRules = {
  schema: 'gold',
  name: 'affinity_rules',
  grain: 'level × format × season × antecedent × consequent',
  label: 'Internal',
  key: ['level', 'store_format', 'season', 'antecedent', 'consequent'],
  partitions: [],
  madeBy: 'science',
  columns: {
    ...slice,
    antecedent: {
      sqlType: 'nvarchar(400)',
      meaning: 'Ids or names of what is in the basket, in order, parted by “ + ”',
    },
    consequent: { sqlType: 'nvarchar(100)', meaning: 'Id or name of what is in it too' },
    antecedent_name: { sqlType: 'nvarchar(800)', meaning: 'The same as people read it' },
    consequent_name: { sqlType: 'nvarchar(200)', meaning: 'The same as people read it' },
    baskets_with_both: count('Baskets with antecedent and consequent'),
    baskets_with_antecedent: count('Baskets with the antecedent'),
    baskets_with_consequent: count('Baskets with the consequent'),
    baskets: count('All baskets, those with a single item too'),
    support: rate('Share of all baskets with both'),
    confidence: rate('Share of the antecedent’s baskets with the consequent too'),
    lift: ratio('Confidence ÷ share of all baskets with the consequent'),
    lift_within: ratio(
      'Baskets with both ÷ those expected if the two were unrelated within each store and week',
    ),
    leverage: { sqlType: 'decimal(12,9)', meaning: 'Support − product of the two shares' },
    conviction: {
      sqlType: 'decimal(18,6)',
      nullable: true,
      meaning: '(1 − share of consequent) ÷ (1 − confidence); absent without exception',
    },
    p: { sqlType: 'decimal(18,15)', meaning: 'Chance of so many by accident within stores and weeks' },
    q: {
      sqlType: 'decimal(18,15)',
      meaning: 'p adjusted for all pairs tried in the slice: false findings at this level',
    },
  },
} as const satisfies LakeTable;

export const basketSlices = {
  schema: 'gold',
  name: 'basket_slices',
  grain: 'level × format × season',
  label: 'Internal',
  key: ['level', 'store_format', 'season'],
  partitions: [],
  madeBy: 'science',
  columns: {
    ...slice,
    from_date: day('First day of the window'),
    as_of_date: day('Last closed date, the last day of the window'),
    baskets: count('Tickets with a sale, those with a single item too'),
    minimum_count: count('Baskets that a rule is in at least'),
    tested: {
      sqlType: 'bigint',
      meaning: 'Rules that could have been found: what false discovery is controlled over',
    },
    found: count('Rules that stand: lift above 1 and q at most 0.05'),
    kept: count('Of these in affinity_rules: the 500 of greatest leverage at most'),
  },
} as const satisfies LakeTable;
