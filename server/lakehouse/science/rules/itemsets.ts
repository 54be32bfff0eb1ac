/**
 * Frequent itemsets as a tree in typed arrays: itemset n is itemset parents[n] (-1 for the empty one) with one more
 * item, of a lower rank. Its items and counts are found by walking up, a part of it by walking down.
 */
export class Itemsets {
  #parents = new Int32Array(1 << 12);
  #ranks = new Int32Array(1 << 12);
  #counts = new Int32Array(1 << 12);
  #size = 0;
  #slots = new Int32Array(0);

  get size(): number {
    return this.#size;
  }

  /** Adds an itemset and answers with its number. */
  add(parent: number, rank: number, count: number): number {
    if (this.#size === this.#ranks.length) this.#grow();
    this.#parents[this.#size] = parent;
    this.#ranks[this.#size] = rank;
    this.#counts[this.#size] = count;
    return this.#size++;
  }

  /** Baskets that hold the whole itemset. */
  countOf(itemset: number): number {
    return this.#counts[itemset] as number;
  }

  /** Ranks of the items, descending. */
  ranksOf(itemset: number): number[] {
    const ranks: number[] = [];
    for (let n = itemset; n >= 0; n = this.#parents[n] as number) ranks.push(this.#ranks[n] as number);
    return ranks.reverse();
  }

  /** The number of the itemset of these ranks in descending order, -1 when it is not there. */
  find(ranks: readonly number[]): number {
    if (this.#slots.length < this.#size * 2) this.#index();
    let itemset = -1;
    for (const rank of ranks) {
      itemset = this.#slots[this.#slotOf(itemset, rank)] as number;
      if (itemset < 0) return -1;
    }
    return itemset;
  }

  #slotOf(parent: number, rank: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(parent + 2, 0x9e3779b1) ^ Math.imul(rank + 1, 0x85ebca6b)) >>> 7;
    for (; ; slot++) {
      const found = this.#slots[slot & mask] as number;
      if (found < 0 || (this.#parents[found] === parent && this.#ranks[found] === rank)) return slot & mask;
    }
  }

  #index(): void {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(this.#size * 2 + 1))).fill(-1);
    for (let n = 0; n < this.#size; n++)
      this.#slots[this.#slotOf(this.#parents[n] as number, this.#ranks[n] as number)] = n;
  }

  #grow(): void {
    const larger = (array: Int32Array) => {
      const copy = new Int32Array(array.length * 2);
      copy.set(array);
      return copy;
    };
    this.#parents = larger(this.#parents);
    this.#ranks = larger(this.#ranks);
    this.#counts = larger(this.#counts);
  }
}
