'use client';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { ALERT_RULES, type Alert, type AlertRule, isTold } from '#lib/alert.ts';
import { formatMoney } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import { AlertCare } from './alert-care.tsx';
import { AlertLine } from './alert-line.tsx';
import { AlertRules } from './alert-rules.tsx';
import { useAlerts } from './use-alerts.ts';

const KIND = parseAsStringLiteral(Object.keys(ALERT_RULES) as AlertRule[]).withOptions({
  history: 'replace',
});

interface AlertQueuePanelProps {
  readonly initial: readonly Alert[] | null;
  readonly audience: string;
  readonly currency: string;
  readonly account: string;
  readonly timeZone: string;
}

/** The one queue: what is open, dearest first, and below it what somebody put off, with its end. */
export function AlertQueuePanel({ initial, audience, currency, account, timeZone }: AlertQueuePanelProps) {
  const { alerts = [], isAway, hasFailed, act } = useAlerts(initial, audience);
  const now = Date.now();
  const [told, putOff] = [
    alerts.filter((alert) => isTold(alert, now)),
    alerts.filter((alert) => !isTold(alert, now)),
  ];
  const [asked, setAsked] = useQueryState('rule', KIND);
  // A kind of which nothing is left shows everything again.
  const chosen = told.some(({ rule }) => rule === asked) ? asked : null;
  const shown = chosen === null ? told : told.filter(({ rule }) => rule === chosen);
  const stake = minorUnits(told.reduce((sum, { atStake }) => sum + BigInt(atStake), 0n));
  const line = (alert: Alert) => (
    <AlertLine key={alert.id} alert={alert} currency={currency} act={act}>
      <AlertCare alert={alert} act={act} account={account} timeZone={timeZone} />
    </AlertLine>
  );
  const subtitle = isAway
    ? 'Cannot be read right now: the live store is away.'
    : `${told.length} open, ${formatMoney(stake, currency)} at stake together. An alert closes by itself when its cause is gone.`;
  return (
    <>
      {hasFailed ? (
        <p role="alert" className="mb-3 rounded-lg bg-bad/10 px-3 py-2 text-sm text-bad">
          That could not be noted. Try again in a moment.
        </p>
      ) : null}
      <Panel title="Needs somebody now" subtitle={<span data-alert-count>{subtitle}</span>}>
        {told.length === 0 && !isAway ? <PanelEmpty>Nothing needs you right now.</PanelEmpty> : null}
        <AlertRules alerts={told} chosen={chosen} onChoose={(rule) => void setAsked(rule)} />
        <ul>{shown.map(line)}</ul>
      </Panel>
      {putOff.length > 0 ? (
        <Panel
          title="Put off"
          className="mt-4"
          subtitle="They come back when their time is over, if they still hold."
        >
          <ul>{putOff.map(line)}</ul>
        </Panel>
      ) : null}
    </>
  );
}
