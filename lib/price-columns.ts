import type { MarkdownWeek } from './markdown.ts';
import { type MinorUnits, minorUnits } from './money.ts';
import { DECISION_ACTIONS, DECISION_OUTCOMES, type PriceDecision, type PriceRow } from './price-decision.ts';
import {
  isAsPredicted,
  type MeasuredDecision,
  measuredChange,
  type PriceOutcome,
  predictedChange,
} from './price-outcome.ts';
import { PRICE_ACTIONS, type PriceRecommendation } from './price-recommendation.ts';
import type { TableColumn } from './table-column.ts';

/* The tables of prices as files and as JSON. Ends of an interval hold nine in ten between them. */

const PRODUCT = { id: 'productName', title: 'Product', kind: 'text', detail: 'productId' } as const;
const CATEGORY = { id: 'category', title: 'Category', kind: 'text' } as const;
const PRICE_NOW = { id: 'priceNow', title: 'Price now', kind: 'money' } as const;

export type RecommendedRow = PriceRecommendation & {
  readonly todo: string;
  readonly standing: string;
};

export const RECOMMENDATION_COLUMNS: readonly TableColumn<RecommendedRow>[] = [
  PRODUCT,
  CATEGORY,
  { id: 'todo', title: 'Recommended', kind: 'text' },
  { id: 'standing', title: 'Standing', kind: 'text' },
  PRICE_NOW,
  { id: 'recommendedPrice', title: 'Recommended price', kind: 'money' },
  { id: 'competitorPrice', title: 'Median of rivals', kind: 'money' },
  { id: 'competitors', title: 'Rivals', kind: 'count' },
  { id: 'isKeyValue', title: 'Key value item', kind: 'flag' },
  { id: 'lowestAllowed', title: 'Lowest allowed', kind: 'money' },
  { id: 'highestAllowed', title: 'Highest allowed', kind: 'money' },
  { id: 'elasticity', title: 'Elasticity', kind: 'ratio' },
  { id: 'elasticityLower', title: 'Elasticity at least', kind: 'ratio' },
  { id: 'elasticityUpper', title: 'Elasticity at most', kind: 'ratio' },
  { id: 'grade', title: 'Evidence grade', kind: 'text' },
  { id: 'unitsChange', title: 'Units', kind: 'ratio' },
  { id: 'unitsChangeLower', title: 'Units at least', kind: 'ratio' },
  { id: 'unitsChangeUpper', title: 'Units at most', kind: 'ratio' },
  { id: 'netSalesChange', title: 'Change of net sales', kind: 'money' },
  { id: 'netSalesChangeLower', title: 'Net sales at least', kind: 'money' },
  { id: 'netSalesChangeUpper', title: 'Net sales at most', kind: 'money' },
  { id: 'marginChange', title: 'Change of margin', kind: 'money' },
  { id: 'marginChangeLower', title: 'Margin at least', kind: 'money' },
  { id: 'marginChangeUpper', title: 'Margin at most', kind: 'money' },
  { id: 'probabilityOfGain', title: 'Chance of a gain', kind: 'rate' },
  { id: 'reason', title: 'Reason', kind: 'text' },
];

export function recommendedRows(rows: readonly PriceRow[]): RecommendedRow[] {
  return rows.map(({ it, last }) => ({
    ...it,
    todo: PRICE_ACTIONS[it.action],
    standing: last === null ? 'Open' : DECISION_OUTCOMES[last.outcome],
  }));
}

/** One line a product and week. */
export const MARKDOWN_COLUMNS: readonly TableColumn<MarkdownWeek>[] = [
  PRODUCT,
  CATEGORY,
  { id: 'stock', title: 'Stock', kind: 'count' },
  { id: 'weeksOfCover', title: 'Weeks of cover', kind: 'ratio' },
  PRICE_NOW,
  { id: 'weekNumber', title: 'Week', kind: 'count' },
  { id: 'weekFrom', title: 'Week from', kind: 'day' },
  { id: 'price', title: 'Price of the week', kind: 'money' },
  { id: 'unitsLeft', title: 'Units left', kind: 'ratio' },
  { id: 'revenue', title: 'Sales of the plan', kind: 'money' },
  { id: 'revenueOfDoingNothing', title: 'Sales of waiting', kind: 'money' },
];

export type OutcomeRow = PriceOutcome & {
  readonly measured: number | null;
  readonly predicted: number | null;
  readonly asPredicted: boolean;
};

export const OUTCOME_COLUMNS: readonly TableColumn<OutcomeRow>[] = [
  PRODUCT,
  { id: 'changedOn', title: 'Changed on', kind: 'day' },
  { id: 'priceBefore', title: 'Price before', kind: 'money' },
  { id: 'priceAfter', title: 'Price after', kind: 'money' },
  { id: 'measuredFrom', title: 'Measured from', kind: 'day' },
  { id: 'measuredTo', title: 'Measured to', kind: 'day' },
  { id: 'unitsSold', title: 'Units sold', kind: 'count' },
  { id: 'unitsExpected', title: 'Units at the price before', kind: 'ratio' },
  { id: 'unitsPredicted', title: 'Units predicted', kind: 'ratio' },
  { id: 'predictedLower', title: 'Predicted at least', kind: 'ratio' },
  { id: 'predictedUpper', title: 'Predicted at most', kind: 'ratio' },
  { id: 'measured', title: 'Change measured', kind: 'change' },
  { id: 'predicted', title: 'Change predicted', kind: 'change' },
  { id: 'asPredicted', title: 'As predicted', kind: 'flag' },
  { id: 'marginMeasured', title: 'Margin measured', kind: 'money' },
  { id: 'marginExpected', title: 'Margin at the price before', kind: 'money' },
];

export function outcomeRows(rows: readonly PriceOutcome[]): OutcomeRow[] {
  return rows.map((row) => ({
    ...row,
    measured: measuredChange(row),
    predicted: predictedChange(row),
    asPredicted: isAsPredicted(row),
  }));
}

export interface DecisionRow {
  readonly at: string;
  readonly account: string;
  readonly productId: string;
  readonly productName: string;
  readonly asked: string;
  readonly outcome: string;
  readonly reason: string;
  readonly priceNow: MinorUnits;
  readonly recommendedPrice: MinorUnits;
  readonly price: MinorUnits;
  readonly units: number | null;
  readonly unitsLower: number | null;
  readonly unitsUpper: number | null;
  readonly margin: MinorUnits | null;
  readonly marginLower: MinorUnits | null;
  readonly marginUpper: MinorUnits | null;
  readonly measured: number | null;
}

export const DECISION_COLUMNS: readonly TableColumn<DecisionRow>[] = [
  { id: 'at', title: 'When', kind: 'text' },
  { id: 'account', title: 'Who', kind: 'text' },
  PRODUCT,
  { id: 'asked', title: 'Decision', kind: 'text' },
  { id: 'outcome', title: 'Came to', kind: 'text' },
  { id: 'reason', title: 'Reason', kind: 'text' },
  { id: 'priceNow', title: 'From', kind: 'money' },
  { id: 'recommendedPrice', title: 'Recommended price', kind: 'money' },
  { id: 'price', title: 'To', kind: 'money' },
  { id: 'units', title: 'Units expected', kind: 'ratio' },
  { id: 'unitsLower', title: 'Units at least', kind: 'ratio' },
  { id: 'unitsUpper', title: 'Units at most', kind: 'ratio' },
  { id: 'margin', title: 'Margin expected', kind: 'money' },
  { id: 'marginLower', title: 'Margin at least', kind: 'money' },
  { id: 'marginUpper', title: 'Margin at most', kind: 'money' },
  { id: 'measured', title: 'Change of units measured', kind: 'change' },
];

export function decisionRows(decisions: readonly MeasuredDecision[]): DecisionRow[] {
  return decisions.map(({ decision, outcome }) => {
    const { at, account, productId, productName, reason } = decision;
    // What is rejected is not expected to do anything.
    const { units, margin } = decision.action === 'reject' ? NOTHING_EXPECTED : decision;
    return {
      ...{ at, account, productId, productName, reason },
      asked: DECISION_ACTIONS[decision.action],
      outcome: DECISION_OUTCOMES[decision.outcome],
      priceNow: cents(decision.priceNow),
      recommendedPrice: cents(decision.recommendedPrice),
      price: cents(decision.price),
      ...{ units: units?.mean ?? null, unitsLower: units?.lower ?? null, unitsUpper: units?.upper ?? null },
      margin: margin && cents(margin.mean),
      marginLower: margin && cents(margin.lower),
      marginUpper: margin && cents(margin.upper),
      measured: outcome && measuredChange(outcome),
    };
  });
}

const NOTHING_EXPECTED: Pick<PriceDecision, 'units' | 'margin'> = { units: null, margin: null };

/** The ledger keeps money as numbers of cents, an expectation with fractions of one. */
const cents = (amount: number): MinorUnits => minorUnits(BigInt(Math.round(amount)));
