import 'server-only';
import { TooManyRequestsError } from './refusals.ts';

interface TurnRules {
  /** So many at a time under one key. */
  readonly atOnce: number;
  /** So many more wait; whoever comes then is refused. */
  readonly waiting: number;
  /** Whoever does not give the turn back loses it after so many milliseconds: a page that waits for a slow source takes no time from others. */
  readonly longestMs: number;
}

/** Whoever asks for a hundred pages at once gets them one after the other, so that others get theirs in between. */
export const PAGE_TURNS: TurnRules = { atOnce: 4, waiting: 20, longestMs: 10_000 };

const SOON_MS = 2_000;

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

/** Turns by key, in the order in which they were asked for; each process keeps its own. */
export class Turns {
  readonly #lines = new Map<string, Line>();
  readonly #rules: TurnRules;

  constructor(rules: TurnRules) {
    this.#rules = rules;
  }

  /** Waits for a turn; the returned function gives it on. @throws TooManyRequestsError where too many wait already */
  async take(key: string): Promise<() => void> {
    const line = this.#lines.get(key) ?? { running: 0, waiting: [] };
    this.#lines.set(key, line);
    if (line.running < this.#rules.atOnce) line.running += 1;
    else {
      if (line.waiting.length >= this.#rules.waiting) throw new TooManyRequestsError(SOON_MS);
      await new Promise<void>((go) => line.waiting.push(go));
    }
    let given = false;
    const give = () => {
      if (given) return;
      given = true;
      clearTimeout(late);
      const next = line.waiting.shift();
      if (next) next();
      else line.running -= 1;
      if (line.running === 0) this.#lines.delete(key);
    };
    const late = setTimeout(give, this.#rules.longestMs).unref();
    return give;
  }
}
