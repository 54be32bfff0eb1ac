import type { AlertCare } from './alert.ts';

/** What somebody does about an alert. Times are epoch milliseconds. */
export type AlertDeed =
  | { readonly action: 'acknowledge' }
  | { readonly action: 'assign'; readonly to: string }
  | { readonly action: 'snooze'; readonly minutes: number }
  | { readonly action: 'comment'; readonly text: string }
  | { readonly action: 'rate'; readonly feedback: 'useful' | 'noise' };

/** How long an alert may be put off: there is always an end. */
export const SNOOZE_MINUTES = [30, 120, 480, 1_440] as const;
export const LONGEST_COMMENT = 500;
const MOST_COMMENTS = 50;
/** What somebody called noise is not told again for a day, if it still holds then. */
const NOISE_MS = 86_400_000;

/** The care of an alert after a deed. @param by account of who does it */
export function afterDeed(care: AlertCare, deed: AlertDeed, by: string, now: number): AlertCare {
  if (deed.action === 'acknowledge') return { ...care, acknowledgedBy: by };
  // Who takes an alert on has seen it.
  if (deed.action === 'assign')
    return { ...care, assignedTo: deed.to || null, acknowledgedBy: care.acknowledgedBy ?? by };
  if (deed.action === 'snooze') return { ...care, snoozedUntil: now + deed.minutes * 60_000 };
  if (deed.action === 'comment')
    return { ...care, comments: [...care.comments, { by, at: now, text: deed.text }].slice(-MOST_COMMENTS) };
  return {
    ...care,
    feedback: deed.feedback,
    snoozedUntil: deed.feedback === 'noise' ? now + NOISE_MS : care.snoozedUntil,
  };
}
