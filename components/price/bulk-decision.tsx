import { useState } from 'react';
import { type DecisionRequest, MOST_REASON, type PriceRow } from '#lib/price-decision.ts';
import { recommendationId } from '#lib/price-recommendation.ts';
import { signedMoney } from './expected-change.tsx';

interface BulkDecisionProps {
  readonly rows: readonly PriceRow[];
  readonly currency: string;
  readonly busy: boolean;
  readonly onDecide: (requests: readonly DecisionRequest[]) => Promise<void>;
}

const BUTTON =
  'h-9 rounded-lg border border-line-strong bg-surface px-3.5 text-sm font-medium hover:bg-surface-sunken disabled:opacity-60 pointer-coarse:h-11';

/** What is done with all prices that were chosen, and what it comes to. */
export function BulkDecision({ rows, currency, busy, onDecide }: BulkDecisionProps) {
  const [reason, setReason] = useState('');
  const margin = rows.reduce((sum, { it }) => sum + it.marginChange, 0n);
  const decide = (action: 'approve' | 'reject') =>
    onDecide(
      rows.map(({ it, last }) => ({
        recommendationId: recommendationId(it),
        action,
        price: last?.price ?? Number(it.recommendedPrice),
        reason,
      })),
    );
  return (
    <fieldset className="mb-3 flex flex-wrap items-end gap-2 rounded-lg bg-surface-sunken px-3 py-2.5">
      <legend className="sr-only">Decide all that are chosen</legend>
      <p className="mr-auto self-center text-sm">
        <span className="font-medium">{rows.length} chosen</span>
        <span className="text-ink-muted">, margin {signedMoney(margin as never, currency)} expected</span>
      </p>
      <label className="text-sm">
        <span className="sr-only">Reason, where they are rejected</span>
        <input
          value={reason}
          maxLength={MOST_REASON}
          onChange={({ target }) => setReason(target.value)}
          placeholder="Reason, to reject"
          className="h-9 w-48 rounded-lg border border-line-strong bg-surface px-2.5 pointer-coarse:h-11"
        />
      </label>
      <button
        type="button"
        disabled={busy || reason.trim().length < 5}
        onClick={() => decide('reject')}
        className={BUTTON}
      >
        Reject {rows.length}
      </button>
      <button type="button" disabled={busy} onClick={() => decide('approve')} className={BUTTON}>
        Approve {rows.length}
      </button>
    </fieldset>
  );
}
