/** What no recommended price crosses, and what a person must have a second one agree to. Money is cents, ex tax. */
export const PRICE_RULES = {
  /** Largest change at once, as a share of the price now. */
  maxStep: 0.1,
  /** The same of a key value item, whose price shoppers know. */
  maxStepOfKeyValue: 0.05,
  /** Least (price − cost) ÷ price. */
  marginFloor: 0.25,
  /** Last two digits of a price. */
  endings: [49, 99],
  /** Lowest and highest price, as shares of the rivals' median. */
  competitorBand: [0.85, 1.15],
  /** Highest price of a key value item, as a share of the rivals' median. */
  keyValueCeiling: 1.05,
  /** Days that expected changes are summed over. */
  horizonDays: 28,
  /** Margin at stake over the horizon, either way, from which one person cannot decide alone. */
  secondPersonFrom: 50_000,
} as const;

export const GUARDRAILS = {
  'max step': 'the largest change at once',
  'margin floor': 'the least margin',
  'competitor band': 'the band about the rivals’ prices',
  ceiling: 'the ceiling of a key value item',
} as const;
export type GuardrailName = keyof typeof GUARDRAILS;

export function isGuardrail(text: string): text is GuardrailName {
  return Object.hasOwn(GUARDRAILS, text);
}

/** When stock is ageing, and how it may be cleared. */
export const MARKDOWN_RULES = {
  /** Stock that lasts longer than this at today's sales is ageing. */
  weeksOfCover: 16,
  /** Units on hand below which it is not worth a label. */
  leastUnits: 40,
  /** Weeks in which it is to go. */
  weeks: 8,
  /** Shares that may be taken off: no more than promotions have tried. */
  reductions: [0.1, 0.2, 0.3],
  /** Worth of a unit that is left in the end, as a share of its cost. */
  salvageOfCost: 0.5,
} as const;
