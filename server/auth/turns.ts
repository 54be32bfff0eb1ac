export interface TurnRules {
  /** So many at a time under one key. */
  readonly atOnce: number;
  /** Whoever finds one running joins it after so long, one at a time: enough to see whether many more are coming. */
  readonly joinMs: number;
  /** So many more wait; where more come, all who wait are refused with them. */
  readonly waiting: number;
  /** Whoever was refused gets nothing until nobody has asked under the key for so long. */
  readonly restMs: number;
  /** Whoever does not give the turn back loses it after so long: an answer that waits for a slow source takes no time from others. */
  readonly longestMs: number;
}

/** Something that wants a turn: exactly one of the two is called, at once or later. */
interface Asked {
  start(): void;
  refuse(): void;
}

interface Line {
  running: number;
  readonly waiting: Set<Asked>;
  /** Lets the next one join those that run; undefined where nobody could. */
  joining?: NodeJS.Timeout | undefined;
  /** When somebody asked for too much, last; undefined where nobody did. */
  refusedAt?: number | undefined;
}

/** Turns by key, in the order in which they were asked for; each process keeps its own. */
export class Turns {
  readonly #lines = new Map<string, Line>();
  readonly #rules: TurnRules;
  readonly #now: () => number;

  constructor(rules: TurnRules, now: () => number = Date.now) {
    this.#rules = rules;
    this.#now = now;
  }

  /** The returned function is to be called once it is over, or no longer wanted; calling it again changes nothing. */
  take(key: string, asked: Asked): () => void {
    const line = this.#lines.get(key) ?? { running: 0, waiting: new Set<Asked>() };
    this.#lines.set(key, line);
    if (this.#isResting(line)) return this.#refuse(key, line, asked);
    if (line.running === 0) return this.#run(key, line, asked);
    if (line.waiting.size >= this.#rules.waiting) return this.#refuse(key, line, asked);
    let over = () => {
      line.waiting.delete(waiting);
    };
    const waiting = {
      start: () => {
        over = this.#run(key, line, asked);
      },
      refuse: () => asked.refuse(),
    };
    line.waiting.add(waiting);
    this.#letJoin(line);
    return () => over();
  }

  /** A thread that was busy for long reads what has come in meanwhile before it lets anybody join. */
  #letJoin(line: Line): void {
    if (line.joining || line.waiting.size === 0 || line.running >= this.#rules.atOnce) return;
    line.joining = setTimeout(() => {
      setImmediate(() => {
        line.joining = undefined;
        if (line.running < this.#rules.atOnce) this.#startNext(line);
        this.#letJoin(line);
      });
    }, this.#rules.joinMs);
  }

  /** False where nobody waits. */
  #startNext(line: Line): boolean {
    const [next] = line.waiting;
    if (!next) return false;
    line.waiting.delete(next);
    next.start();
    return true;
  }

  #run(key: string, line: Line, asked: Asked): () => void {
    line.running += 1;
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(late);
      line.running -= 1;
      if (!this.#startNext(line)) this.#forget(key, line);
    };
    const late = setTimeout(over, this.#rules.longestMs).unref();
    asked.start();
    return over;
  }

  #refuse(key: string, line: Line, asked: Asked): () => void {
    line.refusedAt = this.#now();
    const refused = [...line.waiting, asked];
    line.waiting.clear();
    for (const one of refused) one.refuse();
    setTimeout(() => this.#forget(key, line), this.#rules.restMs).unref();
    return () => {};
  }

  #isResting({ refusedAt }: Line): boolean {
    return refusedAt !== undefined && this.#now() - refusedAt < this.#rules.restMs;
  }

  #forget(key: string, line: Line): void {
    if (line.running === 0 && !this.#isResting(line) && this.#lines.get(key) === line)
      this.#lines.delete(key);
  }
}
