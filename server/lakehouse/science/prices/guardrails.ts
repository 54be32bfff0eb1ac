/** Limits that no recommendation crosses. Prices are whole cents, of one tax basis with the cost. */
export interface PriceGuardrails {
  /** Largest change, as a share of the price now. */
  readonly maxStep: number;
  /** Least (price - cost) / price. */
  readonly marginFloor: number;
  /** Last two digits a price may end in, such as 99 and 49; every cent when empty. */
  readonly endings: readonly number[];
  /** Lowest and highest price beside the competitors' matched, recent one. */
  readonly competitorBand?: readonly [number, number] | undefined;
  /** Never above: the ceiling of a key value item, or a price that was promised. */
  readonly ceiling?: number | undefined;
}

export type Limit = 'max step' | 'margin floor' | 'competitor band' | 'ceiling';

export interface AllowedPrices {
  /** Ascending; may be empty. */
  readonly prices: readonly number[];
  /** Which guardrail ends the range below and above. */
  readonly lowest: Limit;
  readonly highest: Limit;
}

/** Prices on the ladder that keep every guardrail. */
export function allowedPrices(price: number, cost: number, guardrails: PriceGuardrails): AllowedPrices {
  const { maxStep, marginFloor, endings, competitorBand, ceiling } = guardrails;
  const floors: [Limit, number][] = [
    ['max step', price * (1 - maxStep)],
    ['margin floor', cost / (1 - marginFloor)],
    ['competitor band', competitorBand?.[0] ?? 0],
  ];
  const ceilings: [Limit, number][] = [
    ['max step', price * (1 + maxStep)],
    ['competitor band', competitorBand?.[1] ?? Number.POSITIVE_INFINITY],
    ['ceiling', ceiling ?? Number.POSITIVE_INFINITY],
  ];
  const lowest = floors.reduce((most, floor) => (floor[1] > most[1] ? floor : most));
  const highest = ceilings.reduce((least, top) => (top[1] < least[1] ? top : least));
  const prices: number[] = [];
  // Shares of cents carry rounding errors: a thousandth of a cent decides nothing.
  for (let cents = Math.ceil(lowest[1] - 0.001); cents <= highest[1] + 0.001; cents++)
    if (cents > 0 && (endings.length === 0 || endings.includes(cents % 100))) prices.push(cents);
  return { prices, lowest: lowest[0], highest: highest[0] };
}
