import { type Decision, DecisionList } from '#components/panel/decision-list.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { ALERT_RULES, type Alert } from '#lib/alert.ts';
import type { Staleness } from '#lib/answer.ts';
import { formatMoneyChange, formatMoneyWhole } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import type { PriceDecisions } from '#lib/price-decisions.ts';
import { mayDo, PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getPriceDecisions } from '#server/synapse/executive/get-price-decisions.ts';
import { Asked } from '../asked.tsx';
import { openAlerts } from '../today/open-alerts.ts';

const ALERTS_AT_ONCE = 3;

interface Waiting {
  /** Null where they cannot be judged right now. */
  readonly alerts: readonly Alert[] | null;
  readonly prices: PriceDecisions | null;
  readonly stale: Staleness | null;
}

/** What waits for somebody: alerts of today, dearest first, and prices that are recommended to change. */
export async function DecisionsPanel({ currency, className }: { currency: string; className: string }) {
  const { scope, role } = await requirePage('executive');
  const ask = async (): Promise<Waiting> => {
    const [alerts, prices] = await Promise.all([
      openAlerts({ role, scope }).catch(() => null),
      mayDo(role, 'decide') ? getPriceDecisions({}) : null,
    ]);
    return { alerts, prices: prices?.rows[0] ?? null, stale: prices?.stale ?? null };
  };
  return (
    <Panel className={className} title="What needs a decision" subtitle="Today, with what is at stake">
      <Asked ask={ask}>
        {({ alerts, prices }) => {
          const decisions = [
            ...(alerts ?? []).slice(0, ALERTS_AT_ONCE).map((alert) => ofAlert(alert, currency)),
            ...(prices ? [ofPrices(prices, currency)] : []),
          ];
          return (
            <>
              {alerts === null ? (
                <p role="status" className="mb-2 text-sm text-warn">
                  Alerts cannot be judged right now: today’s figures are away.
                </p>
              ) : null}
              {decisions.length === 0 ? (
                <PanelEmpty>Nothing waits for you right now.</PanelEmpty>
              ) : (
                <DecisionList decisions={decisions} />
              )}
            </>
          );
        }}
      </Asked>
    </Panel>
  );
}

function ofAlert({ id, rule, about, atStake, acknowledgedBy }: Alert, currency: string): Decision {
  return {
    id,
    title: `${ALERT_RULES[rule].title}: ${about}`,
    says: acknowledgedBy ? `Seen by ${acknowledgedBy}` : ALERT_RULES[rule].says,
    stake: formatMoneyWhole(minorUnits(BigInt(atStake)), currency),
    stakeSays: 'at stake',
    href: PAGES.today.path,
  };
}

function ofPrices({ raises, cuts, marginChange, horizonDays }: PriceDecisions, currency: string): Decision {
  const pages: Readonly<Record<string, { readonly path: string }>> = PAGES;
  return {
    id: 'prices',
    title: `${raises + cuts} prices to decide on`,
    says: `${raises} to raise, ${cuts} to lower, each within its guardrails.`,
    stake: formatMoneyChange(marginChange, currency),
    stakeSays: `margin in ${horizonDays} days`,
    href: pages['pricing']?.path ?? null,
  };
}
