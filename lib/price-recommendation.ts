import type { BusinessDate } from './business-date.ts';
import type { DemandCurve } from './demand-curve.ts';
import type { MinorUnits } from './money.ts';
import { PRICE_RULES } from './price-guardrails.ts';

export const PRICE_ACTIONS = { raise: 'Raise', lower: 'Lower', hold: 'Keep' } as const;
export type PriceAction = keyof typeof PRICE_ACTIONS;

/** What a grade lets one do; `none` is no grade. */
export const EVIDENCE_GRADES = {
  A: 'to act on',
  B: 'to be watched',
  C: 'a hint only',
  none: 'not enough evidence',
} as const;
export type EvidenceGrade = keyof typeof EVIDENCE_GRADES;

/** One product's price: what it is, what it should be and why. Money is ex tax; changes are over the horizon. */
export interface PriceRecommendation {
  readonly productId: string;
  readonly productName: string;
  readonly category: string | null;
  readonly asOfDate: BusinessDate;
  readonly horizonDays: number;
  readonly priceNow: MinorUnits;
  readonly unitCost: MinorUnits;
  /** Median of the rivals' matched, recent prices; null where nobody looked. */
  readonly competitorPrice: MinorUnits | null;
  readonly competitors: number;
  readonly isKeyValue: boolean;
  readonly unitsSold: number;
  readonly netSales: MinorUnits;
  readonly expectedUnits: number;
  /** All that a cut may be announced against. */
  readonly lowestPrice30Days: MinorUnits;
  readonly lowestAllowed: MinorUnits | null;
  readonly highestAllowed: MinorUnits | null;
  readonly lowestLimit: string;
  readonly highestLimit: string;
  readonly recommendedPrice: MinorUnits;
  readonly action: PriceAction;
  readonly bindingLimit: string | null;
  readonly reason: string;
  readonly unitsChange: number;
  readonly unitsChangeLower: number;
  readonly unitsChangeUpper: number;
  readonly netSalesChange: MinorUnits;
  readonly netSalesChangeLower: MinorUnits;
  readonly netSalesChangeUpper: MinorUnits;
  readonly marginChange: MinorUnits;
  readonly marginChangeLower: MinorUnits;
  readonly marginChangeUpper: MinorUnits;
  readonly probabilityOfGain: number;
  readonly optimum: MinorUnits | null;
  readonly elasticity: number | null;
  readonly elasticityLower: number | null;
  readonly elasticityUpper: number | null;
  readonly standardError: number | null;
  readonly grade: EvidenceGrade;
  readonly gradeReason: string;
  readonly weeks: number;
  readonly unitsObserved: number;
  readonly pricePoints: number;
}

/** Tells a recommendation from the one before it of the same product: a decision holds for what was on the screen. */
export function recommendationId(
  it: Pick<PriceRecommendation, 'productId' | 'asOfDate' | 'recommendedPrice'>,
) {
  return `${it.productId}@${it.asOfDate}@${it.recommendedPrice}`;
}

/** The product that a recommendation is about; undefined for what is no id of one. */
export function productOfRecommendation(id: string): string | undefined {
  return /^(.+)@\d{4}-\d\d-\d\d@\d+$/.exec(id)?.[1];
}

/** The demand curve about the price now; null where nothing is known of it. */
export function curveOf(it: PriceRecommendation): DemandCurve | null {
  const { elasticity, elasticityLower, elasticityUpper, standardError } = it;
  if (elasticity === null || elasticityLower === null || elasticityUpper === null || standardError === null)
    return null;
  return {
    price: Number(it.priceNow),
    cost: Number(it.unitCost),
    units: it.expectedUnits,
    ...{ elasticity, standardError, interval: [elasticityLower, elasticityUpper] },
  };
}

/** The guardrails of one product in words, each with its figure where it has one. Money in cents. */
export function guardrailsOf(
  it: PriceRecommendation,
): readonly { readonly words: string; readonly from: number | null; readonly to: number | null }[] {
  const [price, cost] = [Number(it.priceNow), Number(it.unitCost)];
  const rival = it.competitorPrice === null ? null : Number(it.competitorPrice);
  const step = it.isKeyValue ? PRICE_RULES.maxStepOfKeyValue : PRICE_RULES.maxStep;
  const [low, high] = PRICE_RULES.competitorBand;
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return [
    {
      words: `At most ${percent(step)} at once${it.isKeyValue ? ', as shoppers know this price' : ''}`,
      from: price * (1 - step),
      to: price * (1 + step),
    },
    {
      words: `A margin of at least ${percent(PRICE_RULES.marginFloor)}`,
      from: cost / (1 - PRICE_RULES.marginFloor),
      to: null,
    },
    ...(rival === null
      ? []
      : [
          {
            words: `Between ${percent(low)} and ${percent(high)} of the rivals’ median`,
            from: rival * low,
            to: rival * high,
          },
        ]),
    ...(rival !== null && it.isKeyValue
      ? [
          {
            words: `A key value item: at most ${percent(PRICE_RULES.keyValueCeiling)} of the rivals’ median`,
            from: null,
            to: rival * PRICE_RULES.keyValueCeiling,
          },
        ]
      : []),
  ];
}
