'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '#components/panel/panel.tsx';
import { ALERT_RULES, type Alert } from '#lib/alert.ts';
import { formatMoney } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';

const EVERY_MS = 10_000;
/** The rest is a tap away: a bad morning must not push the day off the screen. */
const AT_ONCE = 3;

async function fetchAlerts(): Promise<readonly Alert[]> {
  const response = await fetch('/api/alerts', { cache: 'no-store' });
  if (!response.ok) throw new Error(`alerts: ${response.status}`);
  return (await response.json()) as Alert[];
}

interface AlertListProps {
  /** Null where they could not be judged. */
  readonly initial: readonly Alert[] | null;
  readonly audience: string;
  readonly currency: string;
}

/** What wants somebody's eye, dearest first; whoever looks into it says so, or puts it off for half an hour. */
export function AlertList({ initial, audience, currency }: AlertListProps) {
  const client = useQueryClient();
  const key = ['alerts', audience];
  const { data, isError } = useQuery({
    queryKey: key,
    queryFn: fetchAlerts,
    refetchInterval: EVERY_MS,
    retry: false,
    ...(initial && { initialData: initial }),
  });
  const [failed, setFailed] = useState(false);
  const act = async (id: string, action: 'acknowledge' | 'snooze') => {
    const response = await fetch('/api/alerts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, action }),
    }).catch(() => null);
    setFailed(!(response?.ok || response?.status === 409)); // 409: it has resolved in the meantime.
    await client.invalidateQueries({ queryKey: key });
  };
  const alerts = data ?? [];
  const line = (alert: Alert) => <AlertLine key={alert.id} alert={alert} currency={currency} act={act} />;
  return (
    <Panel title="Alerts" className="mt-4" subtitle={said(data, isError)}>
      {failed ? (
        <p role="alert" className="mb-2 text-sm text-bad">
          That could not be noted. Try again in a moment.
        </p>
      ) : null}
      <ul>{alerts.slice(0, AT_ONCE).map(line)}</ul>
      {alerts.length > AT_ONCE ? (
        <details className="text-sm">
          <summary className="w-fit cursor-pointer pt-2 text-ink-muted hover:text-ink">
            {`${alerts.length - AT_ONCE} more`}
          </summary>
          <ul className="text-base">{alerts.slice(AT_ONCE).map(line)}</ul>
        </details>
      ) : null}
    </Panel>
  );
}

function said(alerts: readonly Alert[] | undefined, isError: boolean): string {
  if (isError || !alerts) return 'Cannot be judged right now: the figures they rest on are away.';
  if (alerts.length === 0) return 'Nothing needs you right now.';
  return 'What costs most comes first. An alert closes by itself when its cause is gone.';
}

interface AlertLineProps {
  readonly alert: Alert;
  readonly currency: string;
  readonly act: (id: string, action: 'acknowledge' | 'snooze') => Promise<void>;
}

function AlertLine({ alert: { id, rule, about, atStake, acknowledgedBy }, currency, act }: AlertLineProps) {
  const { title, says } = ALERT_RULES[rule];
  const button = 'rounded-md border border-line px-3 py-1.5 text-sm font-medium hover:bg-surface-sunken';
  return (
    <li data-alert={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-2.5">
      <div className="min-w-56 flex-1">
        <p className="font-medium">{`${title}: ${about}`}</p>
        <p className="text-sm text-ink-muted">{says}</p>
      </div>
      <p className="text-right tabular-nums">
        <span className="block font-semibold">{formatMoney(minorUnits(BigInt(atStake)), currency)}</span>
        <span className="block text-xs text-ink-muted">at stake</span>
      </p>
      {acknowledgedBy ? (
        <p className="text-sm text-ink-muted">{`Seen by ${acknowledgedBy}`}</p>
      ) : (
        <button type="button" className={button} onClick={() => act(id, 'acknowledge')}>
          Acknowledge
        </button>
      )}
      <button type="button" className={button} onClick={() => act(id, 'snooze')}>
        Put off 30 min
      </button>
    </li>
  );
}
