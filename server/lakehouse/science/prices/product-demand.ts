/** One product in one week at one shelf price. */
export interface DemandCell {
  /** Monday, `YYYY-MM-DD`. */
  readonly week: string;
  /** Regular price of one unit, major units, ex tax. */
  readonly regularPrice: number;
  /** Share taken off by a promotion; 0 outside one. */
  readonly reduction: number;
  /** Products of the same kind that were reduced beside it. */
  readonly reducedBeside: number;
  /** Units sold where the shelf was not empty. */
  readonly units: number;
  /** Units to expect there from the stores' trade alone, whatever the price and the season. */
  readonly chance: number;
  /** Log of the rivals' median price over the regular price; null where nobody looked. */
  readonly rivalGap: number | null;
}

export interface ProductDemand {
  readonly productId: string;
  /** '' where the source has none. */
  readonly category: string;
  /** In the order of time. */
  readonly cells: readonly DemandCell[];
}

export const shelfPrice = ({ regularPrice, reduction }: DemandCell) => regularPrice * (1 - reduction);
