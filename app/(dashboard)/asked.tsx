import type { ReactNode } from 'react';
import { PanelFailed, PanelStale } from '#components/panel/panel-states.tsx';
import type { Staleness } from '#lib/answer.ts';
import { formatInstant } from '#lib/figures.ts';
import { explainFailure } from '#lib/messages.ts';
import { log } from '#server/shared/log.ts';

interface AskedProps<Reply extends { readonly stale: Staleness | null }> {
  readonly ask: () => Promise<Reply>;
  /** Zone in which ages are written; UTC until the lake has said its own. */
  readonly timeZone?: string;
  readonly children: (reply: Reply) => ReactNode;
}

/**
 * The one place where an error of the data layer becomes a sentence for a person. A question that fails takes its
 * own panel down and nothing else; an old answer is shown with its age.
 */
export async function Asked<Reply extends { readonly stale: Staleness | null }>({
  ask,
  timeZone = 'UTC',
  children,
}: AskedProps<Reply>) {
  const reply = await ask().catch((error: unknown) => {
    const failure = explainFailure(error);
    // The driver's own words travel in `cause`; here it is enough to know which question failed and how.
    log('warn', 'panel.failed', {
      code: failure.code,
      message: error instanceof Error ? error.message : String(error),
    });
    return failure;
  });
  if ('sentence' in reply) return <PanelFailed reason={reply.sentence} code={reply.code} />;
  return (
    <>
      {reply.stale ? (
        <PanelStale>
          As of {formatInstant(new Date(reply.stale.since), timeZone)}.{' '}
          {explainFailure({ code: reply.stale.reason }).sentence}
        </PanelStale>
      ) : null}
      {children(reply)}
    </>
  );
}
