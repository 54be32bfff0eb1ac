import type { RowScope } from './scope.ts';

/** How a customer is named and reached; null where the source does not know it. */
export interface CustomerContact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Why somebody may look at a customer's details; what is not on this list is no reason. */
export const REVEAL_REASONS = {
  'customer-asked': 'The customer is on the telephone or at the counter',
  'call-back': 'To call the customer back',
  'order-problem': 'A problem with an order or a delivery',
  'data-request': 'The customer asked what is kept about them',
} as const;
export type RevealReason = keyof typeof REVEAL_REASONS;

/** Revealed details are on the screen for so long, in seconds. */
export const REVEAL_SECONDS = 120;

/**
 * Leave to read one customer's details once. Only `server/auth` makes them, after the reason has been written into the
 * audit; the one question that reads personal columns cannot be asked without.
 */
export type RevealGrant = {
  readonly customerKey: number;
  readonly scope: RowScope;
} & { readonly __recordedBy: 'server/auth' };

/** What a reveal answers with; `expiresIn` is in seconds. */
export interface RevealedContact {
  readonly contact: CustomerContact;
  readonly expiresIn: number;
}

export function isRevealReason(text: unknown): text is RevealReason {
  return typeof text === 'string' && Object.hasOwn(REVEAL_REASONS, text);
}

/** A customer key as it stands in an address. Undefined for anything else. */
export function readCustomerKey(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
