/** What is watched for while the shops are open. Each opens at level 1 and closes below CLEARS. */
export const ALERT_RULES = {
  'behind-pace': { title: 'Sales behind pace', says: 'Below what four of five past days had by now.' },
  'store-silent': {
    title: 'No events from an open store',
    says: 'Usually five tickets or more would have come since it was last heard.',
  },
  'data-late': {
    title: 'Live data late',
    says: 'Nothing was counted for five minutes or more while shops are open.',
  },
} as const;
export type AlertRule = keyof typeof ALERT_RULES;

/** How things stand with one rule and one subject at this moment. */
export interface Reading {
  readonly rule: AlertRule;
  /** A store id, or the audience of the figures where the rule is about all of them together. */
  readonly subject: string;
  /** In the reader's words: the store's name, or what the figures cover. */
  readonly about: string;
  /** 1 is the threshold. */
  readonly level: number;
  /** Net sales that are missing or not seen: minor units as decimal digits. */
  readonly atStake: string;
}

/** What is remembered of a rule and a subject between readings; times are epoch milliseconds of the server's clock. */
export interface AlertState {
  /** When the level reached 1 without a break since. */
  readonly overSince: number;
  /** Null while it has not held long enough to be told. */
  readonly openedAt: number | null;
  /** Account that took notice of it. */
  readonly acknowledgedBy: string | null;
  readonly snoozedUntil: number | null;
}

/** It opens at 1 and closes below this, so that what wavers around the threshold does not come and go. */
export const CLEARS = 0.8;
/** It must hold that long before anybody is told. */
export const HOLDS_MS = 60_000;

/**
 * The next state of one rule and subject, or null where nothing is to be remembered: it resolved, or never was. What
 * opens again after that is a new alert, which nobody has acknowledged.
 */
export function nextAlertState(known: AlertState | null, level: number, now: number): AlertState | null {
  const overSince = known?.overSince ?? now;
  if (level >= 1 && known === null)
    return { overSince, openedAt: null, acknowledgedBy: null, snoozedUntil: null };
  if (known === null || level < CLEARS) return null;
  if (known.openedAt !== null) return known;
  if (level < 1) return null; // Not told yet, and not over any more: it begins anew.
  return now - overSince >= HOLDS_MS ? { ...known, openedAt: now } : known;
}

/** Whether somebody should see it now. */
export function isTold(state: AlertState, now: number): boolean {
  return state.openedAt !== null && (state.snoozedUntil === null || state.snoozedUntil <= now);
}

/** One line of the queue. */
export interface Alert extends Reading, AlertState {
  readonly id: string;
}

/** What costs most comes first. */
export function byStake(a: Alert, b: Alert): number {
  const difference = BigInt(b.atStake) - BigInt(a.atStake);
  return difference === 0n ? a.id.localeCompare(b.id) : difference > 0n ? 1 : -1;
}

export function alertId({ rule, subject }: Pick<Reading, 'rule' | 'subject'>): string {
  return `${rule}:${subject}`;
}

/** Undefined for a text that names no rule: it came from outside. */
export function readAlertId(id: string): { rule: AlertRule; subject: string } | undefined {
  const [rule = '', subject = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  return Object.hasOwn(ALERT_RULES, rule) && subject ? { rule: rule as AlertRule, subject } : undefined;
}
