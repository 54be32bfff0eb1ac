import type { LiveTicket } from '#lib/live-sales.ts';
import { CHANNELS, type Channel } from '#lib/pos-event.ts';
import { WINDOW_MINUTES } from '#server/shared/redis-keys.ts';
import type { StoreDay } from './read-day.ts';

export interface Figures {
  readonly netSales: bigint;
  readonly transactions: number;
  readonly units: number;
}

/** `<channel>:<n>`: five minutes of event time in one channel, n counted from the date's midnight. */
export interface Window extends Figures {
  readonly name: string;
}

const TICKETS_KEPT = 8;
export const NOTHING: Figures = { netSales: 0n, transactions: 0, units: 0 };

export const plus = (a: Figures, b: Figures, sign: 1 | -1 = 1): Figures => ({
  netSales: a.netSales + BigInt(sign) * b.netSales,
  transactions: a.transactions + sign * b.transactions,
  units: a.units + sign * b.units,
});

/** One store's trading day in memory: its totals, its hours by channel, its latest tickets. */
export class StoreFloor {
  day: StoreDay;
  /** The live stream's entry that changed it last. */
  position: string;
  /** By `<channel>:<hour>`. */
  readonly hours = new Map<string, Figures & { readonly channel: Channel; readonly hour: number }>();
  /** Newest last. */
  readonly tickets: LiveTicket[] = [];
  readonly #windows = new Map<string, Figures>();

  constructor(day: StoreDay, position: string) {
    this.day = day;
    this.position = position;
  }

  /** A window's new whole figures; its hour moves by the difference to what it was. */
  setWindow({ name, ...figures }: Window): void {
    const [word = '', number = ''] = name.split(':');
    const channel = CHANNELS.find((one) => one === word);
    if (!channel) return;
    const hour = Math.floor((Number(number) * WINDOW_MINUTES) / 60);
    const sum = this.hours.get(`${channel}:${hour}`) ?? NOTHING;
    const without = plus(sum, this.#windows.get(name) ?? NOTHING, -1);
    this.hours.set(`${channel}:${hour}`, { ...plus(without, figures), channel, hour });
    this.#windows.set(name, figures);
  }

  addTicket(ticket: LiveTicket): void {
    this.tickets.push(ticket);
    if (this.tickets.length > TICKETS_KEPT) this.tickets.shift();
  }
}
