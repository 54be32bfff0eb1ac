/**
 * What a customer's past says, in the field's own measures (Fader, Hardie and Lee 2005). Times are in one unit of the
 * caller's choice, weeks as a rule, counted from the customer's first purchase.
 */
export interface PurchaseHistory {
  readonly customer: string;
  /** Repeat purchases: days with a purchase after the first such day. */
  readonly frequency: number;
  /** Time from the first to the last purchase; 0 where nothing was bought again. */
  readonly recency: number;
  /** Time from the first purchase to the end of observation. */
  readonly age: number;
  /** Mean spend of a repeat purchase; 0 where there is none. */
  readonly monetary: number;
}

/** Spend of one customer on one day. Days are numbers of days since any fixed day. */
export interface PurchaseDay {
  readonly customer: string;
  readonly day: number;
  readonly amount: number;
}

/**
 * Histories from purchases up to and including the day `until`; later ones are left out. Several purchases of a
 * customer on one day are one purchase of their summed amount; the first day's spend counts as no repeat.
 */
export function purchaseHistories(
  purchases: Iterable<PurchaseDay>,
  until: number,
  daysPerUnit: number,
): PurchaseHistory[] {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const { customer, day, amount } of purchases) {
    if (day > until) continue;
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    days.set(day, (days.get(day) ?? 0) + amount);
    byCustomer.set(customer, days);
  }
  return [...byCustomer].map(([customer, days]) => {
    const ordered = [...days.keys()].sort((one, other) => one - other);
    const first = ordered[0] ?? until;
    const repeats = ordered.slice(1);
    const spent = repeats.reduce((sum, day) => sum + (days.get(day) ?? 0), 0);
    return {
      customer,
      frequency: repeats.length,
      recency: ((repeats.at(-1) ?? first) - first) / daysPerUnit,
      age: (until - first) / daysPerUnit,
      monetary: repeats.length === 0 ? 0 : spent / repeats.length,
    };
  });
}

/** Whether a history is possible at all: NaN, negative times and a last purchase after the end are not. */
export function isPossible({ frequency, recency, age }: PurchaseHistory): boolean {
  const whole = Number.isInteger(frequency) && frequency >= 0;
  const inTime = recency >= 0 && age >= recency && Number.isFinite(age);
  return whole && inTime && (frequency === 0 ? recency === 0 : recency > 0);
}
