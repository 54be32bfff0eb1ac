import type { LakeTable } from '../table.ts';
import { additive, count, day, money, productId, unknownable } from './columns.ts';

const figure = (meaning: string) => ({ sqlType: 'decimal(18,4)', meaning }) as const;
const asOf = { as_of_date: day('Last closed date: nothing later was known') };

export const priceElasticities = {
  schema: 'gold',
  name: 'price_elasticities',
  grain: 'product',
  label: 'Internal',
  key: ['product_id'],
  partitions: [],
  madeBy: 'science',
  additivity: additive('units'),
  columns: {
    product_id: productId,
    ...asOf,
    elasticity: unknownable(
      figure(
        'Percent change of units per percent change of the price, pulled towards its category; empty without evidence',
      ),
    ),
    lower: unknownable(figure('Lower end of its 90 % interval')),
    upper: unknownable(figure('Upper end of its 90 % interval')),
    standard_error: unknownable(figure('Standard error of it')),
    own_elasticity: unknownable(figure('The same from the product’s own sales alone')),
    own_standard_error: unknownable(figure('Standard error of that, clustered by fortnight')),
    promotion_uplift: unknownable(
      figure('Units in a promotion as a multiple of what its lower price alone explains'),
    ),
    weeks: count('Weeks of sales that it rests on'),
    units: count('Units sold in them where the shelf was not empty'),
    price_points: count('Different shelf prices, to one percent'),
    grade: {
      sqlType: 'varchar(8)',
      meaning: 'A to act on, B to be watched, C a hint, none not enough evidence',
    },
    reason: { sqlType: 'nvarchar(200)', meaning: 'Why the grade is no better; empty for A' },
  },
} as const satisfies LakeTable;

export const priceRecommendations = {
  schema: 'gold',
  name: 'price_recommendations',
  grain: 'product with a regular price and a cost',
  label: 'Internal',
  key: ['product_id'],
  partitions: [],
  madeBy: 'science',
  additivity: additive(
    'units_28_days',
    'net_sales_28_days',
    'expected_units',
    'units_change',
    'net_sales_change',
    'margin_change',
  ),
  columns: {
    product_id: productId,
    ...asOf,
    horizon_days: count('Days ahead that every expected change is summed over'),
    price_now: money('Regular price of one unit now, ex tax'),
    unit_cost: money('Cost of one unit now'),
    competitor_price: unknownable(
      money('Median of the rivals’ matched prices in stock, each its latest of the last 7 days'),
    ),
    competitors: count('Rivals in that median'),
    is_key_value: {
      sqlType: 'bit',
      meaning: 'Whether shoppers know its price by heart: the most sold twentieth',
    },
    units_28_days: count('Units sold in the 28 days up to the as-of date, returns not taken off'),
    net_sales_28_days: money('What was paid for them: gross sales − discounts'),
    expected_units: figure('Units expected over the horizon at the price now, outside promotions'),
    lowest_price_30_days: money(
      'Lowest price asked in the last 30 days: all that a cut may be announced against',
    ),
    lowest_allowed: unknownable(money('Lowest price that keeps every guardrail; empty where none does')),
    highest_allowed: unknownable(money('Highest price that keeps every guardrail')),
    lowest_limit: { sqlType: 'varchar(32)', meaning: 'Guardrail that ends the range below' },
    highest_limit: { sqlType: 'varchar(32)', meaning: 'Guardrail that ends the range above' },
    recommended_price: money('Price that earns most among those allowed; the price now where it holds'),
    action: { sqlType: 'varchar(8)', meaning: 'raise, lower or hold' },
    binding_limit: unknownable({ sqlType: 'varchar(32)', meaning: 'Guardrail that the price ends at' }),
    reason: { sqlType: 'nvarchar(100)', meaning: 'Why this price' },
    units_change: figure('Expected change of units over the horizon against doing nothing'),
    units_change_lower: figure('Lower end of its 90 % interval'),
    units_change_upper: figure('Upper end of its 90 % interval'),
    net_sales_change: money('Expected change of net sales over the horizon against doing nothing'),
    net_sales_change_lower: money('Lower end of its 90 % interval'),
    net_sales_change_upper: money('Upper end of its 90 % interval'),
    margin_change: money('Expected change of the margin over the horizon against doing nothing'),
    margin_change_lower: money('Lower end of its 90 % interval'),
    margin_change_upper: money('Upper end of its 90 % interval'),
    probability_of_gain: figure('Probability that the margin grows, 0 to 1'),
    optimum: unknownable(
      money('Price with the largest margin without guardrails; empty where the elasticity may reach −1'),
    ),
  },
} as const satisfies LakeTable;

export const markdownSchedule = {
  schema: 'gold',
  name: 'markdown_schedule',
  grain: 'product with ageing stock × week ahead',
  label: 'Internal',
  key: ['product_id', 'week_number'],
  partitions: [],
  madeBy: 'science',
  columns: {
    product_id: productId,
    week_number: count('Week from the as-of date on, from 1'),
    ...asOf,
    week_from: day('First day of the week'),
    price_now: money('Regular price of one unit now, ex tax'),
    unit_cost: money('Cost of one unit now'),
    stock: count('Units on hand in all stores at the close of the as-of date'),
    weekly_units: figure('Units expected a week at the price now'),
    weeks_of_cover: figure('Stock ÷ weekly units'),
    price: money('Price of the week, if stock goes as expected'),
    units_left: figure('Units expected to be left when the week ends'),
    salvage_value: money('Worth of a unit that is left in the end'),
    revenue: money('Expected until the end with the whole schedule, salvage counted'),
    revenue_of_doing_nothing: money('The same at the price now throughout'),
  },
} as const satisfies LakeTable;

export const priceOutcomes = {
  schema: 'gold',
  name: 'price_outcomes',
  grain: 'product × change of its regular price with four whole weeks on either side',
  label: 'Internal',
  key: ['product_id', 'changed_on'],
  partitions: [],
  madeBy: 'science',
  additivity: additive(
    'units_expected',
    'units_sold',
    'units_predicted',
    'margin_expected',
    'margin_measured',
  ),
  columns: {
    product_id: productId,
    changed_on: day('First day of the new price'),
    price_before: money('Regular price before, ex tax'),
    price_after: money('Regular price from that day on'),
    measured_from: day('First day of the weeks after the change that were measured'),
    measured_to: day('Last day of them'),
    units_expected: figure(
      'Units that these weeks would have brought at the price before, season and shelves alike',
    ),
    units_sold: count('Units sold in them outside promotions, where the shelf was not empty'),
    units_predicted: figure('What the elasticity says they would bring at the new price'),
    predicted_lower: figure('Lower end of the 90 % interval of units sold, by the elasticity and by chance'),
    predicted_upper: figure('Upper end of it'),
    margin_expected: unknownable(money('Margin of the units expected at the price before')),
    margin_measured: unknownable(money('Margin of the units sold at the new price')),
  },
} as const satisfies LakeTable;
