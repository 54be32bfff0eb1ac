'use client';
import { Panel } from '#components/panel/panel.tsx';
import { type Alert, isTold } from '#lib/alert.ts';
import { AlertLine } from './alert-line.tsx';
import { useAlerts } from './use-alerts.ts';

/** The rest is on a page of its own: a bad morning must not push the day off the screen. */
const AT_ONCE = 3;

interface AlertListProps {
  /** Null where they could not be judged. */
  readonly initial: readonly Alert[] | null;
  readonly audience: string;
  readonly currency: string;
  readonly paintedAt: number;
}

/** What wants somebody's eye most, dearest first; whoever looks into it says so, or puts it off for half an hour. */
export function AlertList({ initial, audience, currency, paintedAt }: AlertListProps) {
  const { alerts = [], isAway, hasFailed, act } = useAlerts(initial, audience);
  const told = alerts.filter((alert) => isTold(alert, paintedAt) || isTold(alert, Date.now()));
  return (
    <Panel title="Alerts" className="mt-4" subtitle={said(told.length, isAway)}>
      {hasFailed ? (
        <p role="alert" className="mb-2 text-sm text-bad">
          That could not be noted. Try again in a moment.
        </p>
      ) : null}
      <ul>
        {told.slice(0, AT_ONCE).map((alert) => (
          <AlertLine key={alert.id} alert={alert} currency={currency} act={act} />
        ))}
      </ul>
      <a href="/alerts" className="mt-2 inline-block text-sm font-medium text-accent hover:underline">
        {told.length > AT_ONCE ? `All ${told.length} alerts` : 'The whole queue'}
      </a>
    </Panel>
  );
}

function said(count: number, isAway: boolean): string {
  if (isAway) return 'Cannot be read right now: the live store is away.';
  if (count === 0) return 'Nothing needs you right now.';
  return 'What costs most comes first. An alert closes by itself when its cause is gone.';
}
