/** A store that could give units of a product, or that lacks them. Regions decide how long a move takes. */
export interface TransferSide {
  readonly storeId: string;
  readonly region: string;
  readonly units: number;
  /** Money that a unit moved here is expected to save; of a giver none. */
  readonly worth: number;
}

export interface Transfer {
  readonly from: string;
  readonly to: string;
  readonly units: number;
}

/** Fewer units are not worth a box. */
const FEWEST_UNITS = 2;

/**
 * Moves of one product from who has too much to who runs out: takers in order of what a unit saves them, each from a giver
 * of its region first and from the one with most. With one kind of goods and equal costs within and beyond a region this
 * greedy order saves the most there is to save.
 */
export function matchTransfers(givers: readonly TransferSide[], takers: readonly TransferSide[]): Transfer[] {
  const left = new Map(givers.map(({ storeId, units }) => [storeId, Math.floor(units)]));
  const moves: Transfer[] = [];
  for (const taker of [...takers].sort((a, b) => b.worth - a.worth || a.storeId.localeCompare(b.storeId))) {
    let wanted = Math.floor(taker.units);
    const order = givers
      .filter(({ storeId }) => storeId !== taker.storeId)
      .sort(
        (a, b) =>
          Number(b.region === taker.region) - Number(a.region === taker.region) ||
          (left.get(b.storeId) ?? 0) - (left.get(a.storeId) ?? 0) ||
          a.storeId.localeCompare(b.storeId),
      );
    for (const { storeId } of order) {
      const units = Math.min(wanted, left.get(storeId) ?? 0);
      if (units < FEWEST_UNITS) continue;
      moves.push({ from: storeId, to: taker.storeId, units });
      left.set(storeId, (left.get(storeId) ?? 0) - units);
      wanted -= units;
    }
  }
  return moves;
}
