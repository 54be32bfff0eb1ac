import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import {
  DECISION_OUTCOMES,
  DECISION_REFUSALS,
  type DecisionOutcome,
  type DecisionRequest,
  type DecisionResult,
} from '#lib/price-decision.ts';

/** The results, or the code of a problem. */
interface Reply {
  readonly code?: string;
  readonly results?: readonly DecisionResult[];
}

const FAILURES: Readonly<Record<string, string>> = {
  LEDGER_UNAVAILABLE: 'This cannot be written down at the moment, so nothing was decided.',
  AUTHORITY_UNKNOWN: 'Retail Pulse cannot check at the moment who may decide this, so nothing was decided.',
  NOT_SIGNED_IN: 'Your session has ended. Please sign in again.',
};

export interface Deciding {
  readonly send: (requests: readonly DecisionRequest[]) => Promise<boolean>;
  readonly busy: boolean;
  /** What came of the last one, for everybody to read and hear. */
  readonly said: string;
  readonly problem: string;
}

/** Sends decisions to the ledger and has the page read again what stands there. */
export function useDecide(): Deciding {
  const router = useRouter();
  const [refreshing, startTransition] = useTransition();
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  async function send(requests: readonly DecisionRequest[]): Promise<boolean> {
    setSending(true);
    setSaid('');
    setProblem('');
    const response = await fetch('/api/v1/price-decisions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ decisions: requests }),
      cache: 'no-store',
    }).catch(() => null);
    const reply: Reply = (await response?.json().catch(() => null)) ?? {};
    setSending(false);
    setSaid(doneInWords(reply));
    setProblem(refusedInWords(reply));
    startTransition(() => router.refresh());
    return response?.ok === true;
  }
  return { send, busy: sending || refreshing, said, problem };
}

function doneInWords({ results = [] }: Reply): string {
  return (Object.keys(DECISION_OUTCOMES) as DecisionOutcome[])
    .map((outcome) => [outcome, results.filter((one) => one.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => (results.length === 1 ? '' : `${count}: `) + DECISION_OUTCOMES[outcome])
    .join('. ');
}

function refusedInWords({ results, code }: Reply): string {
  if (!results) return FAILURES[code ?? ''] ?? 'Retail Pulse does not answer. Nothing was decided.';
  const codes = results.flatMap((one) => one.code ?? []);
  return [...new Set(codes)]
    .map((one) => {
      const count = codes.filter((each) => each === one).length;
      return `${results.length > 1 ? `${count}: ` : ''}${DECISION_REFUSALS[one] ?? one}`;
    })
    .join(' ');
}
