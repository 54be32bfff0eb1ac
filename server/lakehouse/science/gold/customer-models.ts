import { type BgNbd, type BgNbdFit, fitBgNbd } from '../customers/bg-nbd.ts';
import { expectedPurchases } from '../customers/expected-purchases.ts';
import { fitGammaGamma, type GammaGammaFit } from '../customers/gamma-gamma.ts';
import { isPossible, type PurchaseHistory } from '../customers/purchase-history.ts';
import type { EvidenceGrade } from '../customers/standard-errors.ts';

/** More customers than this say no more of seven parameters, but cost as much again. */
const MOST_FITTED = 50_000;

export interface CustomerModels {
  readonly purchases: BgNbdFit;
  readonly spend: GammaGammaFit;
}

export function fitCustomers(histories: readonly PurchaseHistory[]): CustomerModels {
  const every = Math.ceil(histories.length / MOST_FITTED);
  const sample = every <= 1 ? histories : histories.filter((_, at) => at % every === 0);
  return { purchases: fitBgNbd(sample), spend: fitGammaGamma(sample) };
}

/** Purchases that a model expects of these customers together. */
export function purchasesExpected(
  model: BgNbd,
  histories: readonly PurchaseHistory[],
  weeks: number,
): number {
  return histories
    .filter(isPossible)
    .reduce((sum, history) => sum + expectedPurchases(model, history, weeks), 0);
}

const ORDER: readonly EvidenceGrade[] = ['A', 'B', 'C', 'none'];

export function weaker(one: EvidenceGrade, other: EvidenceGrade): EvidenceGrade {
  return ORDER[Math.max(ORDER.indexOf(one), ORDER.indexOf(other))] ?? 'none';
}
