import { Panel } from '#components/panel/panel.tsx';
import { PanelStale } from '#components/panel/panel-states.tsx';
import { PriceDesk } from '#components/price/price-desk.tsx';
import { formatMoney, formatRate } from '#lib/figures.ts';
import { needsSecondPerson, type PriceRow } from '#lib/price-decision.ts';
import { GUARDRAILS, isGuardrail } from '#lib/price-guardrails.ts';
import { PRICE_ACTIONS } from '#lib/price-recommendation.ts';

interface DeskPanelProps {
  readonly row: PriceRow;
  readonly currency: string;
  readonly personId: string;
  readonly canDecide: boolean;
}

/** What is recommended and why, the slider, and the decision. */
export function DeskPanel({ row, currency, personId, canDecide }: DeskPanelProps) {
  const { it, last } = row;
  const price = last?.price ?? Number(it.recommendedPrice);
  const isOpen = last === null || last.outcome === 'waiting';
  return (
    <Panel
      title={
        it.action === 'hold'
          ? `${PRICE_ACTIONS.hold} ${formatMoney(it.priceNow, currency)}`
          : `${PRICE_ACTIONS[it.action]} from ${formatMoney(it.priceNow, currency)} to ${formatMoney(it.recommendedPrice, currency)}`
      }
      subtitle={whyInWords(row)}
    >
      {canDecide ? null : (
        <PanelStale>
          What was decided cannot be read at the moment, so nothing can be decided either.
        </PanelStale>
      )}
      <PriceDesk {...{ row, currency, personId, canDecide }} />
      {isOpen && it.action !== 'hold' && needsSecondPerson(it, price) ? (
        <p className="mt-3 text-sm text-ink-muted">So much is at stake that two people have to agree.</p>
      ) : null}
    </Panel>
  );
}

function whyInWords({ it }: PriceRow): string {
  const reason = `${it.reason.charAt(0).toUpperCase()}${it.reason.slice(1)}`;
  const limit =
    it.bindingLimit !== null && isGuardrail(it.bindingLimit) ? ` (${GUARDRAILS[it.bindingLimit]})` : '';
  const sure =
    it.action === 'hold'
      ? ''
      : ` Gains with a probability of ${it.probabilityOfGain > 0.99 ? 'more than 99%' : formatRate(it.probabilityOfGain)}.`;
  return `${reason}${limit}.${sure}`;
}
