import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';
import type { PriceDecision } from './price-decision.ts';

/** What became of a change of a regular price, beside what its elasticity said. Units outside promotions. */
export interface PriceOutcome {
  readonly productId: string;
  readonly productName: string;
  readonly changedOn: BusinessDate;
  readonly priceBefore: MinorUnits;
  readonly priceAfter: MinorUnits;
  readonly measuredFrom: BusinessDate;
  readonly measuredTo: BusinessDate;
  readonly unitsExpected: number;
  readonly unitsSold: number;
  readonly unitsPredicted: number;
  readonly predictedLower: number;
  readonly predictedUpper: number;
  readonly marginExpected: MinorUnits | null;
  readonly marginMeasured: MinorUnits | null;
}

/** Units sold against those expected at the price before, −0.05 for five percent fewer; null where none were expected. */
export function measuredChange({ unitsSold, unitsExpected }: PriceOutcome): number | null {
  return unitsExpected > 0 ? unitsSold / unitsExpected - 1 : null;
}

export function predictedChange({ unitsPredicted, unitsExpected }: PriceOutcome): number | null {
  return unitsExpected > 0 ? unitsPredicted / unitsExpected - 1 : null;
}

export const isAsPredicted = ({ unitsSold, predictedLower, predictedUpper }: PriceOutcome): boolean =>
  unitsSold >= predictedLower && unitsSold <= predictedUpper;

/** The measured outcome of an approved price: its product's first change to that price since; undefined until there is one. */
export function outcomeOf(
  decision: PriceDecision,
  outcomes: readonly PriceOutcome[],
): PriceOutcome | undefined {
  if (decision.outcome !== 'approved') return undefined;
  return outcomes
    .filter(
      ({ productId, changedOn, priceAfter }) =>
        productId === decision.productId &&
        changedOn >= decision.at.slice(0, 10) &&
        Number(priceAfter) === decision.price,
    )
    .sort((a, b) => a.changedOn.localeCompare(b.changedOn))[0];
}

export interface MeasuredDecision {
  readonly decision: PriceDecision;
  /** Null until the price has held for long enough. */
  readonly outcome: PriceOutcome | null;
}
