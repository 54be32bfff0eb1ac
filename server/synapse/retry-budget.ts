/**
 * Keeps a source in trouble from being asked more than it would be in health: over a minute, at most one retry for
 * every ten requests, or three where there are few. Without it, retries are what turns throttling into an outage.
 */
export class RetryBudget {
  static readonly #WINDOW_MS = 60_000;
  static readonly #SHARE = 0.1;
  static readonly #FLOOR = 3;
  readonly #now: () => number;
  #windowStart: number;
  #requests = 0;
  #retries = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#windowStart = now();
  }

  recordRequest(): void {
    this.#turnWindow();
    this.#requests += 1;
  }

  /** Takes one retry out of the budget; false where it is spent. */
  spendRetry(): boolean {
    this.#turnWindow();
    if (this.#retries >= Math.max(RetryBudget.#FLOOR, Math.floor(this.#requests * RetryBudget.#SHARE)))
      return false;
    this.#retries += 1;
    return true;
  }

  #turnWindow(): void {
    if (this.#now() - this.#windowStart < RetryBudget.#WINDOW_MS) return;
    this.#windowStart = this.#now();
    this.#requests = 0;
    this.#retries = 0;
  }
}
