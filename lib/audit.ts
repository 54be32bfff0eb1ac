import { isBusinessDate } from './business-date.ts';

/** What people do that an operator must be able to look up afterwards. */
export const AUDIT_ACTIONS = {
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  open: 'Opened',
  export: 'Exported',
  read: 'Read by the API',
  reveal: 'Revealed a customer',
  search: 'Looked for a customer',
  block: 'Blocked an account',
  unblock: 'Lifted a block',
  acknowledge: 'Acknowledged an alert',
  snooze: 'Put an alert off',
  assign: 'Assigned an alert',
  comment: 'Commented on an alert',
  rate: 'Rated an alert',
  'decide-price': 'Decided a price',
  'reject-price': 'Rejected a price',
  'write-note': 'Wrote a note',
  'withdraw-note': 'Withdrew a note',
} as const;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const AUDIT_OUTCOMES = { done: 'Done', refused: 'Refused' } as const;
export type AuditOutcome = keyof typeof AUDIT_OUTCOMES;

export interface AuditRecord {
  /** ISO 8601, by the clock of the server that saw it. */
  readonly at: string;
  /** Person id and what they sign in with; empty where nobody was proved. */
  readonly personId: string;
  readonly account: string;
  readonly action: AuditAction;
  /** What it was done to: a page, a store, an account. */
  readonly subject: string;
  /** The key of the row scope the person had; empty where they had none. */
  readonly scope: string;
  /** Network address, as the nearest proxy names it. */
  readonly from: string;
  readonly outcome: AuditOutcome;
  /** Stable code of a refusal; empty otherwise. */
  readonly code: string;
}

export type AuditPerson = Pick<AuditRecord, 'personId' | 'account'>;

/** Narrows the audit; what is absent narrows nothing. */
export interface AuditFilter {
  /** Part of an account, or a person id. */
  readonly person?: string;
  readonly action?: AuditAction;
  readonly outcome?: AuditOutcome;
  /** `YYYY-MM-DD`, in UTC. */
  readonly day?: string;
}

export interface AuditPage {
  /** Newest first. */
  readonly records: readonly AuditRecord[];
  /** There are older ones that were not looked at. */
  readonly truncated: boolean;
}

export function isAuditAction(text: unknown): text is AuditAction {
  return typeof text === 'string' && Object.hasOwn(AUDIT_ACTIONS, text);
}

export function isAuditOutcome(text: unknown): text is AuditOutcome {
  return typeof text === 'string' && Object.hasOwn(AUDIT_OUTCOMES, text);
}

/** Reads a filter from an address; what cannot be read narrows nothing. */
export function chooseAuditFilter(
  search: Readonly<Record<string, string | string[] | undefined>>,
): AuditFilter {
  const { person, action, outcome, day } = search;
  return {
    ...(typeof person === 'string' && person.trim() !== '' && { person: person.trim().slice(0, 200) }),
    ...(isAuditAction(action) && { action }),
    ...(isAuditOutcome(outcome) && { outcome }),
    ...(typeof day === 'string' && isBusinessDate(day) && { day }),
  };
}
