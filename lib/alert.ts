import { mayOpen, type Role } from './roles.ts';
import { type ScopeOfStores, scopeCovers } from './scope.ts';

const LEADERS = ['executive', 'regional-manager'] as const;

interface Rule {
  readonly title: string;
  readonly says: string;
  /** Who is told where it is about the chain and not a store; who sees the store sees what is about a store. */
  readonly chainFor: readonly Role[];
}

/** What is watched for. Each opens at level 1 and closes below CLEARS. */
export const ALERT_RULES = {
  'behind-pace': {
    title: 'Sales behind pace',
    says: 'Below what four of five past days had by now.',
    chainFor: ['executive'],
  },
  'store-silent': {
    title: 'No events from an open store',
    says: 'Usually five tickets or more would have come since it was last heard.',
    chainFor: [],
  },
  'data-late': {
    title: 'Live data late',
    says: 'Nothing was counted for five minutes or more while shops are open.',
    chainFor: LEADERS,
  },
  'stock-out': {
    title: 'Runs out today',
    says: 'At the usual pace it is gone before the shop closes, and no delivery ordered now comes before.',
    chainFor: [],
  },
  'low-stock': {
    title: 'At or below the reorder point',
    says: 'On hand and on order together no longer cover the lead time and its chances.',
    chainFor: [],
  },
  'price-gap': {
    title: 'Dearer than competitors',
    says: 'More than 15% above the median of matched prices seen within a week.',
    chainFor: ['executive', 'pricing-analyst'],
  },
  'supplier-late': {
    title: 'Supplier late',
    says: 'Fewer than four lines in five came whole by the promised day over the last 13 weeks.',
    chainFor: ['executive'],
  },
  'quality-failed': {
    title: 'Data check failed',
    says: 'A check of the last build did not hold.',
    chainFor: ['executive', 'administrator'],
  },
  'close-differs': {
    title: 'The close differs from the live figure',
    says: 'Net sales of the closed day are more than 1% off what was shown live.',
    chainFor: ['executive', 'administrator'],
  },
} as const satisfies Record<string, Rule>;
export type AlertRule = keyof typeof ALERT_RULES;

/** How things stand with one rule and one subject at this moment. */
export interface Reading {
  readonly rule: AlertRule;
  /** Names it among those of its rule: a store, a product of a store, a supplier, or `chain`. */
  readonly subject: string;
  /** The store it is about; null where it is about the chain. */
  readonly storeId: string | null;
  /** In words: the store's name, the product, what the figures cover. */
  readonly about: string;
  /** What was found, in one sentence; empty where the rule says all. */
  readonly found: string;
  /** 1 is the threshold. */
  readonly level: number;
  /** Net sales that are missing, not seen or about to be lost: minor units as decimal digits. */
  readonly atStake: string;
}

export interface AlertComment {
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
}

/** What people did about an alert; times are epoch milliseconds of the server's clock. */
export interface AlertCare {
  /** Account that took notice of it. */
  readonly acknowledgedBy: string | null;
  /** Account that looks into it. */
  readonly assignedTo: string | null;
  readonly snoozedUntil: number | null;
  readonly feedback: 'useful' | 'noise' | null;
  readonly comments: readonly AlertComment[];
}

/** What is remembered of a rule and a subject between readings. */
export interface AlertState extends AlertCare {
  /** When the level reached 1 without a break since. */
  readonly overSince: number;
  /** Null while it has not held long enough to be told. */
  readonly openedAt: number | null;
}

/** It opens at 1 and closes below this, so that what wavers around the threshold does not come and go. */
export const CLEARS = 0.8;
/** It must hold that long before anybody is told. */
export const HOLDS_MS = 60_000;

export const NO_CARE: AlertCare = {
  acknowledgedBy: null,
  assignedTo: null,
  snoozedUntil: null,
  feedback: null,
  comments: [],
};

/**
 * The next state of one rule and subject, or null where nothing is to be remembered: it resolved, or never was. What
 * opens again after that is a new alert, which nobody has acknowledged.
 */
export function nextAlertState(known: AlertState | null, level: number, now: number): AlertState | null {
  const overSince = known?.overSince ?? now;
  if (level >= 1 && known === null) return { overSince, openedAt: null, ...NO_CARE };
  if (known === null || level < CLEARS) return null;
  if (known.openedAt !== null) return known;
  if (level < 1) return null; // Not told yet, and not over any more: it begins anew.
  return now - overSince >= HOLDS_MS ? { ...known, openedAt: now } : known;
}

/** Whether somebody should see it now. */
export function isTold(state: Pick<AlertState, 'openedAt' | 'snoozedUntil'>, now: number): boolean {
  return state.openedAt !== null && (state.snoozedUntil === null || state.snoozedUntil <= now);
}

/** One line of the queue. */
export interface Alert extends Reading, AlertState {
  readonly id: string;
}

/** Whether an alert is for a person: of their stores where their role sees trade, or of the chain where it answers for it. */
export function isFor(
  { rule, storeId }: Pick<Reading, 'rule' | 'storeId'>,
  role: Role,
  scope: ScopeOfStores,
) {
  if (storeId !== null) return mayOpen(role, 'today') && scopeCovers(scope, storeId);
  return (ALERT_RULES[rule].chainFor as readonly Role[]).includes(role);
}

/** What costs most comes first. */
export function byStake(a: Pick<Alert, 'id' | 'atStake'>, b: Pick<Alert, 'id' | 'atStake'>): number {
  const difference = BigInt(b.atStake) - BigInt(a.atStake);
  return difference === 0n ? a.id.localeCompare(b.id) : difference > 0n ? 1 : -1;
}

export function alertId({ rule, subject }: Pick<Reading, 'rule' | 'subject'>): string {
  return `${rule}:${subject}`;
}

/** The store an id is about, by the id alone; null where it is about the chain. */
export function storeOfAlert({ rule, subject }: Pick<Reading, 'rule' | 'subject'>): string | null {
  if (subject === 'chain' || !OF_STORES.includes(rule)) return null;
  return subject.split('/')[0] ?? null;
}

const OF_STORES: readonly AlertRule[] = ['behind-pace', 'store-silent', 'stock-out', 'low-stock'];

/** Undefined for a text that names no rule: it came from outside. */
export function readAlertId(id: string): { rule: AlertRule; subject: string } | undefined {
  const [rule = '', subject = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  return Object.hasOwn(ALERT_RULES, rule) && subject ? { rule: rule as AlertRule, subject } : undefined;
}
