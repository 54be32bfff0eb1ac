/**
 * Baskets in typed arrays: basket b holds items[starts[b]] … items[starts[b + 1] - 1], each item once. Every basket
 * counts, those with a single item and those with none too: leaving them out inflates lift and confidence.
 */
export interface Baskets {
  readonly starts: Int32Array;
  readonly items: Int32Array;
  /** The item's name by its number. */
  readonly names: readonly string[];
}

export const basketCount = ({ starts }: Baskets): number => starts.length - 1;

/** Collects baskets one after the other; memory grows with the lines kept, 4 bytes each. */
export class BasketCollector {
  #items = new Int32Array(1 << 16);
  #starts = new Int32Array(1 << 14);
  #filled = 0;
  #baskets = 0;
  readonly #numbers = new Map<string, number>();
  /** The basket in which an item was last seen: tells repetitions without a set per basket. */
  readonly #lastSeen: number[] = [];

  add(names: Iterable<string>): void {
    this.#baskets++;
    for (const name of names) {
      let number = this.#numbers.get(name);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(name, number);
      }
      if (this.#lastSeen[number] === this.#baskets) continue;
      this.#lastSeen[number] = this.#baskets;
      if (this.#filled === this.#items.length) this.#items = doubled(this.#items);
      this.#items[this.#filled++] = number;
    }
    if (this.#baskets === this.#starts.length) this.#starts = doubled(this.#starts);
    this.#starts[this.#baskets] = this.#filled;
  }

  baskets(): Baskets {
    return {
      starts: this.#starts.slice(0, this.#baskets + 1),
      items: this.#items.slice(0, this.#filled),
      names: [...this.#numbers.keys()],
    };
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Baskets of named items, for small data. */
export function basketsOf(baskets: readonly (readonly string[])[]): Baskets {
  const collector = new BasketCollector();
  for (const basket of baskets) collector.add(basket);
  return collector.baskets();
}

/**
 * The least count that reaches the support: ceil(support x baskets), at least 1. The product is allowed a rounding
 * error, or 0.07 of 100 baskets would ask for 8.
 */
export const minimumCount = (support: number, baskets: number): number =>
  Math.max(1, Math.ceil(support * baskets * (1 - 1e-12)));
