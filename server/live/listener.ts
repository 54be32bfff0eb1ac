import { type Frame, type MessageName, opening } from './frame.ts';

/**
 * One reader of the stream. It keeps at most one unsent message of each kind, the newest: a slow reader gets fewer
 * figures, never older ones, and cannot make memory grow.
 */
export class Listener {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #unsent = new Map<MessageName, Buffer>();
  readonly #onLeave: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #wanted = false;
  #waitingSince: number | undefined;

  /** @param onLeave called once, when the reader has gone or was sent away */
  constructor(random: number, onLeave: () => void) {
    this.#onLeave = onLeave;
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          controller.enqueue(opening(random));
        },
        pull: () => {
          this.#wanted = true;
          this.#hand();
        },
        cancel: () => this.#leave(),
      },
      { highWaterMark: 0 },
    );
  }

  /** @param now epoch milliseconds */
  send({ name, bytes }: Frame, now: number): void {
    if (name === 'reset') this.#unsent.delete('sales');
    this.#unsent.delete(name); // The newest takes its place at the end of the line.
    this.#unsent.set(name, bytes);
    this.#waitingSince ??= now;
    this.#hand();
  }

  /** Whether a message has waited longer than that for the reader to take it. */
  isStuck(now: number, patienceMs: number): boolean {
    return this.#waitingSince !== undefined && now - this.#waitingSince > patienceMs;
  }

  /** Ends the stream; the reader will dial again when it can. */
  end(): void {
    try {
      this.#controller?.close();
    } catch {
      // Already closed or cancelled by the reader: that is what was wanted.
    }
    this.#leave();
  }

  #hand(): void {
    const [next] = this.#unsent;
    if (!this.#wanted || !next || !this.#controller) return;
    this.#wanted = false;
    this.#unsent.delete(next[0]);
    this.#waitingSince = undefined;
    this.#controller.enqueue(next[1]);
  }

  #leave(): void {
    if (!this.#controller) return;
    this.#controller = undefined;
    this.#unsent.clear();
    this.#onLeave();
  }
}
