'use client';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { ScrollRegion } from '#components/table/scroll-region.tsx';
import type { DecisionRequest, PriceRow as Row } from '#lib/price-decision.ts';
import { recommendationId } from '#lib/price-recommendation.ts';
import { BulkDecision } from './bulk-decision.tsx';
import { PriceRow } from './price-row.tsx';
import { useDecide } from './use-decide.ts';

interface PriceTableProps {
  readonly rows: readonly Row[];
  readonly currency: string;
  readonly personId: string;
  readonly canDecide: boolean;
  /** Said where there are no rows: what was decided last is still told above it. */
  readonly empty: string;
}

/** More are a press away: nobody decides hundreds of prices on one screen. */
const AT_ONCE = 50;
const HEADINGS = [
  ['Now', 'text-right'],
  ['Rivals', 'text-right'],
  ['Recommended', 'text-right'],
  ['Elasticity', 'text-right'],
  ['Units', 'text-right'],
  ['Net sales', 'text-right'],
  ['Margin', 'text-right'],
  ['Decision', 'text-left'],
] as const;

/** Recommendations to be decided one by one or together, whatever the hand is on. */
export function PriceTable({ rows, currency, personId, canDecide, empty }: PriceTableProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const [find, setFind] = useQueryState(
    'find',
    parseAsString.withDefault('').withOptions({ history: 'replace', clearOnDefault: true }),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const deciding = useDecide();
  const wanted = find.trim().toLowerCase();
  const found = rows.filter(({ it }) =>
    `${it.productId} ${it.productName} ${it.category}`.toLowerCase().includes(wanted),
  );
  const visible = found.slice(0, shown);
  const mayApprove = ({ it, last }: Row) =>
    canDecide && (last ? last.outcome === 'waiting' && last.personId !== personId : it.action !== 'hold');
  const open = visible.filter(mayApprove);
  const picked = open.filter(({ it }) => chosen.has(recommendationId(it)));
  const send = async (requests: readonly DecisionRequest[]) => {
    await deciding.send(requests);
    setChosen(new Set());
  };
  return (
    <div className="@container">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-muted">
        <span>
          {found.length === rows.length ? `${rows.length} products` : `${found.length} of ${rows.length}`}
        </span>
        <input
          type="search"
          value={find}
          onChange={({ target }) => void setFind(target.value)}
          aria-label="Find a product"
          placeholder="Find a product"
          className="ml-auto h-9 w-44 rounded-lg border border-line-strong bg-surface px-2.5 text-ink pointer-coarse:h-11"
        />
      </div>
      <p role="status" className={deciding.said ? 'mb-2 text-sm text-good' : 'sr-only'}>
        {deciding.said}
      </p>
      {deciding.problem ? (
        <p role="alert" className="mb-2 rounded-lg border border-warn/40 bg-warn/5 px-3 py-2 text-sm">
          {deciding.problem}
        </p>
      ) : null}
      {picked.length > 0 ? (
        <BulkDecision rows={picked} currency={currency} busy={deciding.busy} onDecide={send} />
      ) : null}
      <ScrollRegion label="Recommended prices">
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">Recommended prices</caption>
          <thead className="text-ink-muted">
            <tr>
              <th scope="col" className="w-6 pb-2 text-left">
                {open.length > 0 ? (
                  <input
                    type="checkbox"
                    aria-label="Choose all that are shown"
                    className="size-4 align-middle accent-accent"
                    checked={picked.length === open.length}
                    onChange={({ target }) =>
                      setChosen(new Set(target.checked ? open.map(({ it }) => recommendationId(it)) : []))
                    }
                  />
                ) : (
                  <span className="sr-only">Chosen</span>
                )}
              </th>
              <th scope="col" className="pb-2 pl-2 text-left font-medium">
                Product
              </th>
              {HEADINGS.map(([heading, side]) => (
                <th key={heading} scope="col" className={`pb-2 pl-4 font-medium ${side}`}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => {
              const id = recommendationId(row.it);
              const price = row.last?.price ?? Number(row.it.recommendedPrice);
              const can = mayApprove(row);
              return (
                <PriceRow
                  key={id}
                  {...{ row, currency }}
                  busy={deciding.busy}
                  isChosen={can ? chosen.has(id) : null}
                  onChoose={(is) =>
                    setChosen(new Set(is ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
                  }
                  approve={
                    can ? () => send([{ recommendationId: id, action: 'approve', price, reason: '' }]) : null
                  }
                />
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {found.length > shown ? (
        <button
          type="button"
          onClick={() => setShown(shown + AT_ONCE)}
          className="mt-3 h-9 rounded-lg border border-line-strong bg-surface px-3.5 text-sm font-medium hover:bg-surface-sunken pointer-coarse:h-11"
        >
          Show {Math.min(AT_ONCE, found.length - shown)} more
        </button>
      ) : null}
      {found.length === 0 ? (
        <p className="py-6 text-center text-ink-muted">
          {rows.length === 0 ? empty : `No product holds “${find}”.`}
        </p>
      ) : null}
    </div>
  );
}
