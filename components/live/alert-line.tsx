import type { ReactNode } from 'react';
import { ALERT_RULES, type Alert } from '#lib/alert.ts';
import { formatMoney } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import type { DoDeed } from './use-alerts.ts';

export const ALERT_BUTTON =
  'min-h-9 rounded-md border border-line px-3 text-sm font-medium whitespace-nowrap hover:bg-surface-sunken pointer-coarse:min-h-11';

interface AlertLineProps {
  readonly alert: Alert;
  readonly currency: string;
  readonly act: DoDeed;
  /** What else can be done about it, below. */
  readonly children?: ReactNode;
}

/** One alert: what, where, how much, and who has seen it. */
export function AlertLine({ alert, currency, act, children }: AlertLineProps) {
  const { id, rule, about, found, atStake, acknowledgedBy, assignedTo } = alert;
  const { title, says } = ALERT_RULES[rule];
  return (
    <li data-alert={id} className="border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-56 flex-1">
          <p className="font-medium">{`${title}: ${about}`}</p>
          <p className="text-sm text-ink-muted">{found ? `${found} ${says}` : says}</p>
        </div>
        <p className="w-full tabular-nums sm:w-auto sm:text-right">
          <span className="font-semibold sm:block">
            {atStake === '0' ? '–' : formatMoney(minorUnits(BigInt(atStake)), currency)}
          </span>
          <span className="text-xs text-ink-muted sm:block"> at stake</span>
        </p>
        {acknowledgedBy ? (
          <p className="text-sm text-ink-muted">
            {assignedTo ? `With ${assignedTo}` : `Seen by ${acknowledgedBy}`}
          </p>
        ) : (
          <button type="button" className={ALERT_BUTTON} onClick={() => act(id, { action: 'acknowledge' })}>
            Acknowledge
          </button>
        )}
        <button
          type="button"
          className={ALERT_BUTTON}
          onClick={() => act(id, { action: 'snooze', minutes: 30 })}
        >
          Put off 30 min
        </button>
      </div>
      {children}
    </li>
  );
}
