import type { ServerResponse } from 'node:http';
import { opening } from './frame.ts';
import { type LiveBody, liveBody } from './live-body.ts';

/** Figures that bring a reader from one position to another; shared by all who stand at the first. */
export interface FiguresFrame {
  readonly bytes: Buffer;
  readonly position: string;
}

export interface ListenerOptions {
  /** 0 to 1: spreads redials. */
  readonly random: number;
  /** The figures for somebody who has all up to that position, or nothing yet. */
  readonly figuresSince: (position: string | null) => FiguresFrame;
  /** Called once, when the reader has gone or was sent away. */
  readonly onLeave: () => void;
  /** The response the stream is for, where it is known. */
  readonly response?: ServerResponse | undefined;
}

type Slot = 'figures' | 'source' | 'beat';

/**
 * One reader of the stream. Figures are not queued: when the reader is ready for them, it gets what changed since the
 * position it has. So a slow reader, and one that comes back, get fewer messages and miss nothing, and neither can make
 * memory grow.
 */
export class Listener {
  /** What the reader has; null before its first figures and after a reset. */
  position: string | null = null;
  readonly #unsent = new Map<Slot, Buffer | null>();
  readonly #options: ListenerOptions;
  readonly #body: LiveBody;
  #isReady = false;
  #hasLeft = false;
  #waitingSince: number | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#body = liveBody({
      opening: opening(options.random),
      onReady: () => {
        this.#isReady = !this.#hasLeft;
        this.#hand();
      },
      onCancel: () => this.#leave(),
      response: options.response,
    });
  }

  get stream(): ReadableStream<Uint8Array> {
    return this.#body.stream;
  }

  /** There are newer figures. @param now epoch milliseconds */
  figuresDue(now: number): void {
    this.#queue('figures', null, now);
  }

  /** A sign of life, or word that the source is away: figures not yet taken are not worth having then. */
  say(slot: 'source' | 'beat', bytes: Buffer, now: number): void {
    if (slot === 'source') this.#unsent.delete('figures');
    this.#queue(slot, bytes, now);
  }

  /** Whether a message has waited longer than that for the reader to take it. */
  isStuck(now: number, patienceMs: number): boolean {
    return this.#waitingSince !== undefined && now - this.#waitingSince > patienceMs;
  }

  /** Ends the stream; the reader will dial again when it can. */
  end(): void {
    this.#body.end();
    this.#leave();
  }

  /** Cuts off a reader that does not read. */
  drop(): void {
    this.#body.drop();
    this.#leave();
  }

  #queue(slot: Slot, bytes: Buffer | null, now: number): void {
    if (this.#hasLeft) return;
    if (this.#isReady && this.#unsent.size === 0) this.#write(bytes);
    else {
      this.#unsent.delete(slot); // The newest takes its place at the end of the line.
      this.#unsent.set(slot, bytes);
      this.#waitingSince ??= now;
    }
  }

  #hand(): void {
    for (const [slot, bytes] of this.#unsent) {
      if (!this.#isReady) return;
      this.#unsent.delete(slot);
      this.#waitingSince = undefined;
      this.#write(bytes);
    }
  }

  #write(bytes: Buffer | null): void {
    this.#isReady = this.#body.write(bytes ?? this.#figures());
  }

  #figures(): Buffer {
    const { bytes, position } = this.#options.figuresSince(this.position);
    this.position = position;
    return bytes;
  }

  #leave(): void {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.#isReady = false;
    this.#unsent.clear();
    this.#options.onLeave();
  }
}
