import type { PosEvent } from '#lib/pos-event.ts';

/** What the hot path must hold after these events, whatever order they came in. Shares no code with it. */
export interface Expected {
  /** `<date> <figure>:<store>` */
  readonly days: Readonly<Record<string, string>>;
  /** `<date> <figure>:<store>:<channel>:<window>` */
  readonly windows: Readonly<Record<string, string>>;
  /** `<store> <product>`: units on hand, for what was ever counted. */
  readonly onHand: Readonly<Record<string, number>>;
}

/** @param events each once, of stores that trade on one date at a time */
export function expectedOf(events: readonly PosEvent[]): Expected {
  const days = new Map<string, bigint | string>();
  const windows = new Map<string, bigint>();
  const onHand: Record<string, number> = {};
  const add = (sums: Map<string, bigint | string>, key: string, amount: bigint) =>
    sums.set(key, ((sums.get(key) as bigint | undefined) ?? 0n) + amount);
  for (const event of events) {
    const { businessDate, storeId, eventTime } = event;
    const figures = { netSales: 0n, transactions: 0n, units: 0n };
    if (event.kind === undefined || event.kind === 'sale' || event.kind === 'return') {
      for (const { quantity, netAmount } of event.lines) {
        figures.netSales += BigInt(netAmount);
        figures.units += BigInt(quantity);
        if (quantity > 0) figures.transactions = 1n;
      }
      const minutes = (Date.parse(`${eventTime}Z`) - Date.parse(`${businessDate}T00:00:00Z`)) / 60_000;
      const window = `${storeId}:${event.channel ?? 'store'}:${Math.floor(minutes / 5)}`;
      for (const [name, amount] of Object.entries(figures))
        add(windows as Map<string, bigint | string>, `${businessDate} ${name}:${window}`, amount);
    }
    for (const [name, amount] of Object.entries(figures))
      add(days, `${businessDate} ${name}:${storeId}`, amount);
    const latest = days.get(`${businessDate} eventTime:${storeId}`);
    if (latest === undefined || String(latest) < eventTime)
      days.set(`${businessDate} eventTime:${storeId}`, eventTime);
    if (event.kind === 'count')
      for (const { productId } of event.lines)
        onHand[`${storeId} ${productId}`] = unitsOnHand(events, storeId, productId);
  }
  const texts = (sums: ReadonlyMap<string, bigint | string>) =>
    Object.fromEntries([...sums].map(([key, value]) => [key, String(value)]));
  return { days: texts(days), windows: texts(windows), onHand };
}

/** The latest count, and every move that happened after it. */
function unitsOnHand(events: readonly PosEvent[], storeId: string, productId: string): number {
  const lines = events
    .filter((event) => event.storeId === storeId)
    .flatMap((event) =>
      event.lines.filter((line) => line.productId === productId).map(({ quantity }) => ({ event, quantity })),
    );
  const counts = lines.filter(({ event }) => event.kind === 'count');
  const orderOf = ({ event }: (typeof lines)[number]) => `${event.eventTime}/${event.transactionId}`;
  const last = counts.reduce((a, b) => (orderOf(b) >= orderOf(a) ? b : a));
  return lines
    .filter(({ event }) => event.kind !== 'count' && event.eventTime > last.event.eventTime)
    .reduce(
      (sum, { event, quantity }) =>
        sum + (['receipt', 'transfer', 'adjustment'].includes(event.kind ?? 'sale') ? quantity : -quantity),
      last.quantity,
    );
}
