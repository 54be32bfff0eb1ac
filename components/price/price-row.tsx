import Link from 'next/link';
import { formatChange, formatMoney, formatRatio } from '#lib/figures.ts';
import { DECISION_OUTCOMES, type PriceRow as Row } from '#lib/price-decision.ts';
import { PRICE_ACTIONS, recommendationId } from '#lib/price-recommendation.ts';
import { productPriceAddress } from '#lib/price-view.ts';
import { EvidenceGrade } from './evidence-grade.tsx';
import { Ranged, signedMoney, signedUnits } from './expected-change.tsx';

interface PriceRowProps {
  readonly row: Row;
  readonly currency: string;
  /** Null where there is nothing to choose. */
  readonly isChosen: boolean | null;
  readonly onChoose: (isChosen: boolean) => void;
  /** What the person could do at once; null where nothing. */
  readonly approve: (() => void) | null;
  readonly busy: boolean;
}

const CELL = 'border-t border-line py-2 pl-4 align-top';
const FIGURE = `${CELL} text-right whitespace-nowrap`;

/** One product: its price, what it should be, what that is expected to change, and how it stands. */
export function PriceRow({ row, currency, isChosen, onChoose, approve, busy }: PriceRowProps) {
  const { it, last } = row;
  const price =
    last?.outcome === 'waiting' || last?.outcome === 'approved' ? last.price : Number(it.recommendedPrice);
  const step = price / Number(it.priceNow) - 1;
  return (
    <tr
      data-row={it.productId}
      data-recommendation={recommendationId(it)}
      className="hover:bg-surface-sunken"
    >
      <td className="border-t border-line py-2 align-top">
        {isChosen === null ? null : (
          <input
            type="checkbox"
            aria-label={`Choose ${it.productName}`}
            className="mt-0.5 size-4 accent-accent"
            checked={isChosen}
            onChange={({ target }) => onChoose(target.checked)}
          />
        )}
      </td>
      <th scope="row" className="min-w-44 border-t border-line py-2 pl-2 text-left align-top font-normal">
        <Link
          href={productPriceAddress(it.productId)}
          className="font-medium underline-offset-4 hover:underline"
        >
          {it.productName}
        </Link>
        <span className="block text-xs text-ink-muted">
          {it.productId}
          {it.category ? ` · ${it.category}` : ''}
          {it.isKeyValue ? ' · key value item' : ''}
        </span>
      </th>
      <td className={FIGURE} data-figure="priceNow">
        {formatMoney(it.priceNow, currency)}
      </td>
      <td className={FIGURE} data-figure="competitorPrice">
        {formatMoney(it.competitorPrice, currency)}
        {it.competitors > 0 ? (
          <span className="block text-xs text-ink-muted">of {it.competitors}</span>
        ) : null}
      </td>
      <td className={FIGURE} data-figure="recommendedPrice">
        <span className="block font-semibold">{formatMoney(BigInt(price) as never, currency)}</span>
        <span className="block text-xs text-ink-muted">
          {step === 0 ? PRICE_ACTIONS.hold : formatChange(step)}
        </span>
      </td>
      <td className={FIGURE} data-figure="elasticity">
        {it.elasticity === null ? (
          <EvidenceGrade grade={it.grade} />
        ) : (
          <>
            <span className="inline-flex items-center gap-1.5">
              {formatRatio(it.elasticity)} <EvidenceGrade grade={it.grade} />
            </span>
            <span className="block text-xs text-ink-muted">
              {formatRatio(it.elasticityLower)} … {formatRatio(it.elasticityUpper)}
            </span>
          </>
        )}
      </td>
      <td className={FIGURE} data-figure="unitsChange">
        <Ranged
          mean={signedUnits(it.unitsChange)}
          lower={signedUnits(it.unitsChangeLower)}
          upper={signedUnits(it.unitsChangeUpper)}
        />
      </td>
      <td className={FIGURE} data-figure="netSalesChange">
        <Ranged
          mean={signedMoney(it.netSalesChange, currency)}
          lower={signedMoney(it.netSalesChangeLower, currency)}
          upper={signedMoney(it.netSalesChangeUpper, currency)}
        />
      </td>
      <td className={FIGURE} data-figure="marginChange">
        <Ranged
          mean={signedMoney(it.marginChange, currency)}
          lower={signedMoney(it.marginChangeLower, currency)}
          upper={signedMoney(it.marginChangeUpper, currency)}
        />
      </td>
      <td className={`${CELL} min-w-32`}>
        {last ? (
          <span className="block text-xs text-ink-muted" data-standing={last.outcome}>
            {DECISION_OUTCOMES[last.outcome]}
            <span className="block">{last.account}</span>
          </span>
        ) : null}
        {approve ? (
          <button
            type="button"
            disabled={busy}
            onClick={approve}
            className="mt-0.5 h-8 rounded-lg border border-line-strong bg-surface px-3 text-sm font-medium hover:bg-surface-sunken disabled:opacity-60 pointer-coarse:h-11"
          >
            Approve<span className="sr-only"> {it.productName}</span>
          </button>
        ) : null}
      </td>
    </tr>
  );
}
