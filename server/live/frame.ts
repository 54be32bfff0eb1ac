import type { LiveSales, LiveSource } from '#lib/live-sales.ts';

/** What the stream says: reset = forget what you know, here is the whole; sales = newer whole figures. */
export interface Messages {
  readonly reset: LiveSales;
  readonly sales: LiveSales;
  readonly source: LiveSource;
  /** Nothing new, but alive. An event and not a comment: a browser cannot see comments. */
  readonly beat: { readonly sentAt: number };
}
export type MessageName = keyof Messages;

/** One message in the form of server-sent events. @param id the position it brings its reader to, for figures */
export function frame<Name extends MessageName>(name: Name, data: Messages[Name], id?: string): Buffer {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return Buffer.from(`${head}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The first bytes of every stream: sent at once, because headers leave with them; and how long to wait before a redial. */
export function opening(random: number): Buffer {
  return Buffer.from(`: open\nretry: ${Math.round(1_000 + 2_000 * random)}\n\n`);
}
