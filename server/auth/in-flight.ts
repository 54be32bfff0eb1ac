export interface InFlightRules {
  /** So many unanswered requests under one key. */
  readonly atOnce: number;
  /** Whoever asked for more gets nothing for so long: what is asked again at once would only be refused again. */
  readonly restMs: number;
}

/** Counts what is asked and not yet answered, by key; each process keeps its own. */
export class InFlight {
  readonly #counts = new Map<string, number>();
  readonly #resting = new Map<string, number>();
  readonly #rules: InFlightRules;
  readonly #now: () => number;

  constructor(rules: InFlightRules, now: () => number) {
    this.#rules = rules;
    this.#now = now;
  }

  /** False where it is to be refused; whoever is let in must `leave` once it is answered. */
  enter(key: string): boolean {
    const until = this.#resting.get(key);
    if (until !== undefined && this.#now() < until) return false;
    this.#resting.delete(key);
    const count = this.#counts.get(key) ?? 0;
    if (count >= this.#rules.atOnce) {
      this.#rest(key);
      return false;
    }
    this.#counts.set(key, count + 1);
    return true;
  }

  leave(key: string): void {
    const count = (this.#counts.get(key) ?? 0) - 1;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
  }

  #rest(key: string): void {
    const until = this.#now() + this.#rules.restMs;
    this.#resting.set(key, until);
    setTimeout(() => {
      if (this.#resting.get(key) === until) this.#resting.delete(key);
    }, this.#rules.restMs).unref();
  }
}
