'use client';
import { useState } from 'react';
import { formatMoney } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import { type DecisionAction, MOST_REASON, type PriceRow } from '#lib/price-decision.ts';
import { curveOf, recommendationId } from '#lib/price-recommendation.ts';
import { priceLadder } from './price-ladder.ts';
import { PriceSlider } from './price-slider.tsx';
import { useDecide } from './use-decide.ts';
import { WhatIf } from './what-if.tsx';

interface PriceDeskProps {
  readonly row: PriceRow;
  readonly currency: string;
  readonly personId: string;
  readonly canDecide: boolean;
}

const BUTTON =
  'h-10 rounded-lg border border-line-strong bg-surface px-3.5 text-sm font-medium hover:bg-surface-sunken disabled:opacity-60 pointer-coarse:h-11';
const MAIN =
  'h-10 rounded-lg bg-accent px-4 text-sm font-medium text-on-accent disabled:opacity-60 pointer-coarse:h-11';

/** Where one price is tried and decided. */
export function PriceDesk({ row, currency, personId, canDecide }: PriceDeskProps) {
  const { it, last } = row;
  const offered = last?.outcome === 'waiting' ? last.price : Number(it.recommendedPrice);
  const ladder = priceLadder(Number(it.priceNow), offered);
  const [tried, setTried] = useState(offered);
  const [reason, setReason] = useState('');
  const { send, busy, said, problem } = useDecide();
  const curve = curveOf(it);
  const money = (cents: number) => formatMoney(minorUnits(BigInt(cents)), currency);
  const decide = async (action: DecisionAction, price: number) => {
    if (await send([{ recommendationId: recommendationId(it), action, price, reason }])) setReason('');
  };
  const isOpen = canDecide && (last === null || last.outcome === 'waiting');
  const isOwn = last?.outcome === 'waiting' && last.personId === personId;
  const hasReason = reason.trim().length >= 5;
  return (
    <>
      <PriceSlider price={tried} {...ladder} currency={currency} onPrice={setTried} />
      {curve ? (
        <WhatIf
          curve={curve}
          chosen={tried}
          from={ladder.from}
          to={ladder.to}
          days={it.horizonDays}
          currency={currency}
        />
      ) : (
        <p className="mt-3 border-t border-line pt-3 text-sm text-ink-muted">
          Nobody can say what another price would change: {it.gradeReason}.
        </p>
      )}
      <div className="mt-4 border-t border-line pt-4">
        <p role="status" className={said ? 'mb-2 text-sm text-good' : 'sr-only'}>
          {said}
        </p>
        {problem ? (
          <p role="alert" className="mb-3 rounded-lg border border-warn/40 bg-warn/5 px-3 py-2 text-sm">
            {problem}
          </p>
        ) : null}
        {isOpen ? (
          <form className="flex flex-wrap items-end gap-2" onSubmit={(event) => event.preventDefault()}>
            {isOwn ? (
              <p className="w-full text-sm text-ink-muted">
                You proposed {money(offered)}; somebody else has to agree to it.
              </p>
            ) : offered === Number(it.priceNow) ? null : (
              <button
                type="button"
                disabled={busy}
                onClick={() => decide('approve', offered)}
                className={MAIN}
              >
                Approve {money(offered)}
              </button>
            )}
            <label className="min-w-0 flex-1 basis-48 text-sm">
              <span className="text-ink-muted">Reason, to reject or set another price</span>
              <input
                value={reason}
                maxLength={MOST_REASON}
                onChange={({ target }) => setReason(target.value)}
                className="mt-1 block h-10 w-full rounded-lg border border-line-strong bg-surface px-2.5 pointer-coarse:h-11"
              />
            </label>
            <button
              type="button"
              disabled={busy || !hasReason || tried === offered || tried === Number(it.priceNow)}
              onClick={() => decide('override', tried)}
              className={BUTTON}
            >
              Set {money(tried)}
            </button>
            <button
              type="button"
              disabled={busy || !hasReason}
              onClick={() => decide('reject', offered)}
              className={BUTTON}
            >
              {isOwn ? 'Withdraw' : 'Reject'}
            </button>
          </form>
        ) : null}
      </div>
    </>
  );
}
