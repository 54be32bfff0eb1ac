/**
 * Paths of items with how many baskets took each, in one array: a path's item numbers, descending, then minus its
 * weight. So what is with an item in a path is what follows it, up to the first negative number.
 */
export interface Paths {
  readonly steps: Int32Array;
  /** How much of `steps` is filled. */
  readonly length: number;
  readonly itemCount: number;
}

/** Paths with the places of each item in them. */
export interface PatternBase extends Paths {
  /** Item i stands at places[firstOf[i]] … places[firstOf[i + 1] - 1]. */
  readonly places: Int32Array;
  readonly firstOf: Int32Array;
}

/**
 * The base of an itemset extended by an item: its paths from there on, reduced to the partners that were given a new
 * number, equal ones merged. Paths of fewer than two partners say nothing that is not counted yet: left out.
 */
export function conditionalBase(
  { steps, places, firstOf }: PatternBase,
  item: number,
  renumbered: Int32Array,
  partners: number,
): PatternBase {
  const end = firstOf[item + 1] as number;
  const paths = new PathStore(end - (firstOf[item] as number));
  for (let i = firstOf[item] as number; i < end; i++) {
    paths.reserve(partners + 1);
    let step = (places[i] as number) + 1;
    for (; (steps[step] as number) >= 0; step++) {
      const partner = renumbered[steps[step] as number] as number;
      if (partner >= 0) paths.push(partner);
    }
    paths.close(steps[step] as number);
  }
  return indexPlaces({ steps: paths.steps, length: paths.length, itemCount: partners });
}

/** Appends paths; a path that is there already adds to that one's weight (found by open hashing). */
class PathStore {
  steps = new Int32Array(256);
  length = 0;
  #begin = 0;
  #hash = 0;
  /** Where a path begins, plus 1; 0 is free. */
  readonly #slots: Int32Array;

  constructor(mostPaths: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(mostPaths * 2 + 1)));
  }

  reserve(count: number): void {
    if (this.length + count <= this.steps.length) return;
    const larger = new Int32Array(Math.max(this.steps.length * 2, this.length + count));
    larger.set(this.steps);
    this.steps = larger;
  }

  push(item: number): void {
    this.steps[this.length++] = item;
    this.#hash = (Math.imul(this.#hash, 31) + item + 1) | 0;
  }

  close(negativeWeight: number): void {
    const twin = this.length - this.#begin < 2 ? -1 : this.#findTwin();
    if (twin >= 0) this.steps[twin] = (this.steps[twin] as number) + negativeWeight;
    if (twin >= 0 || this.length - this.#begin < 2) this.length = this.#begin;
    else this.steps[this.length++] = negativeWeight;
    this.#begin = this.length;
    this.#hash = 0;
  }

  /** Where the weight of an equal path stands; -1, and this one noted, when there is none. */
  #findTwin(): number {
    const mask = this.#slots.length - 1;
    const length = this.length - this.#begin;
    for (let slot = Math.imul(this.#hash, 0x9e3779b1) >>> 8; ; slot++) {
      const begin = (this.#slots[slot & mask] as number) - 1;
      if (begin < 0) {
        this.#slots[slot & mask] = this.#begin + 1;
        return -1;
      }
      let equal = 0;
      while (equal < length && this.steps[begin + equal] === this.steps[this.#begin + equal]) equal++;
      if (equal === length && (this.steps[begin + equal] as number) < 0) return begin + equal;
    }
  }
}

export function indexPlaces({ steps, length, itemCount }: Paths): PatternBase {
  const firstOf = new Int32Array(itemCount + 2);
  let total = 0;
  for (let step = 0; step < length; step++) {
    const item = steps[step] as number;
    if (item < 0) continue;
    total++;
    firstOf[item + 2] = (firstOf[item + 2] as number) + 1;
  }
  for (let i = 2; i < firstOf.length; i++) firstOf[i] = (firstOf[i] as number) + (firstOf[i - 1] as number);
  const places = new Int32Array(total);
  for (let step = 0; step < length; step++) {
    const item = steps[step] as number;
    if (item < 0) continue;
    const place = firstOf[item + 1] as number;
    places[place] = step;
    firstOf[item + 1] = place + 1;
  }
  return { steps, length, itemCount, places, firstOf };
}
