/** Prices a slider stands on, in cents: those with the endings that are used, about a quarter either way. */
export interface PriceLadder {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

const REACH = 0.25;
/** Endings are .49 and .99: half a unit apart. */
const STEP = 50;

/** Holds the price now and the one offered, whatever they end in: then every cent can be tried. */
export function priceLadder(now: number, offered: number): PriceLadder {
  const isOnLadder = [now, offered].every((price) => price % STEP === STEP - 1);
  const step = isOnLadder ? STEP : 1;
  const rest = isOnLadder ? STEP - 1 : 0;
  const onLadder = (price: number) => Math.floor((price - rest) / step) * step + rest;
  const from = onLadder(Math.min(now * (1 - REACH), offered));
  return {
    from: from > 0 ? from : onLadder(Math.min(now, offered)),
    to: onLadder(Math.max(now * (1 + REACH), offered)),
    step,
  };
}
