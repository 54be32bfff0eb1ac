import Link from 'next/link';
import { ScrollRegion } from '#components/table/scroll-region.tsx';
import { formatChange, formatInstant, formatMoney } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import { DECISION_ACTIONS, DECISION_OUTCOMES } from '#lib/price-decision.ts';
import { type MeasuredDecision, measuredChange } from '#lib/price-outcome.ts';
import { productPriceAddress } from '#lib/price-view.ts';
import { Ranged, signedMoney, signedUnits } from './expected-change.tsx';

interface DecisionTableProps {
  readonly decisions: readonly MeasuredDecision[];
  readonly currency: string;
  readonly timeZone: string;
}

const HEAD = 'pb-2 pl-4 font-medium whitespace-nowrap';
const CELL = 'border-t border-line py-2 pl-4 align-top';
const FIGURE = `${CELL} text-right whitespace-nowrap`;

/** The ledger as it was written: who decided what, for which reason, what was expected and what was measured. */
export function DecisionTable({ decisions, currency, timeZone }: DecisionTableProps) {
  const money = (cents: number) => formatMoney(minorUnits(BigInt(cents)), currency);
  return (
    <ScrollRegion label="Decisions about prices">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">Decisions about prices, newest first</caption>
        <thead className="text-left text-ink-muted">
          <tr>
            <th scope="col" className="pb-2 font-medium">
              When
            </th>
            <th scope="col" className={HEAD}>
              Product
            </th>
            <th scope="col" className={HEAD}>
              Decision
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              From
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              To
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              Units expected
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              Margin expected
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              Measured
            </th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ decision, outcome }) => (
            <tr
              key={`${decision.at} ${decision.recommendationId}`}
              data-decision={decision.productId}
              data-outcome={decision.outcome}
            >
              <td className="border-t border-line py-2 align-top whitespace-nowrap">
                {formatInstant(new Date(decision.at), timeZone)}
                <span className="block text-xs text-ink-muted">{decision.account}</span>
              </td>
              <td className={CELL}>
                <Link
                  href={productPriceAddress(decision.productId)}
                  className="underline-offset-4 hover:underline"
                >
                  {decision.productName}
                </Link>
                <span className="block text-xs text-ink-muted">{decision.productId}</span>
              </td>
              <td className={`${CELL} min-w-40`}>
                {DECISION_OUTCOMES[decision.outcome]}
                <span className="block text-xs text-ink-muted">
                  {decision.action === 'override' ? `${DECISION_ACTIONS.override}. ` : ''}
                  {decision.reason}
                </span>
              </td>
              <td className={FIGURE}>{money(decision.priceNow)}</td>
              <td className={`${FIGURE} font-medium`}>{money(decision.price)}</td>
              <td className={FIGURE}>
                {decision.units && decision.action !== 'reject' ? (
                  <Ranged
                    mean={signedUnits(decision.units.mean)}
                    lower={signedUnits(decision.units.lower)}
                    upper={signedUnits(decision.units.upper)}
                  />
                ) : null}
              </td>
              <td className={FIGURE}>
                {decision.margin && decision.action !== 'reject' ? (
                  <Ranged
                    mean={signedMoney(decision.margin.mean, currency)}
                    lower={signedMoney(decision.margin.lower, currency)}
                    upper={signedMoney(decision.margin.upper, currency)}
                  />
                ) : null}
              </td>
              <td className={FIGURE} data-figure="measured">
                {outcome ? (
                  <>
                    <span className="block font-medium">{formatChange(measuredChange(outcome))} units</span>
                    <span className="block text-xs text-ink-muted">since {outcome.changedOn}</span>
                  </>
                ) : decision.outcome === 'approved' ? (
                  <span className="text-xs text-ink-muted">not yet</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
