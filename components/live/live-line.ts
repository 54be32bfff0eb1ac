import { pollIsDue, redialIsDue } from '#lib/live-connection.ts';
import type { LiveSales, LiveSource, LiveUnavailable } from '#lib/live-sales.ts';
import { isUnavailable } from '#lib/live-sales.ts';

/** What is heard on the line, in the form it is passed from tab to tab. */
export type LiveNews =
  /** isWhole: every store is listed; else those that changed since the message before. */
  | {
      readonly kind: 'figures';
      readonly figures: LiveSales;
      readonly isWhole: boolean;
      readonly fetched: boolean;
    }
  | { readonly kind: 'source'; readonly source: LiveSource }
  | { readonly kind: 'beat'; readonly sentAt: number }
  | { readonly kind: 'lost' };

/**
 * Keeps one stream to the server open until the returned function is called. A broken one is redialled; where none gets
 * through, the figures are fetched instead.
 */
export function openLiveLine(tell: (news: LiveNews) => void): () => void {
  let source: EventSource | undefined;
  let dialledAt = 0;
  let heardAt = 0;
  let polledAt = 0;
  let failures = 0;
  let luck = Math.random();
  const ending = new AbortController();

  function dial(): void {
    source?.close();
    dialledAt = Date.now();
    luck = Math.random();
    failures += 1;
    source = new EventSource('/api/live');
    const on = <T>(name: string, toNews: (message: T) => LiveNews) =>
      source?.addEventListener(name, (event: MessageEvent<string>) => {
        heardAt = Date.now();
        failures = 0;
        tell(toNews(JSON.parse(event.data) as T));
      });
    on<LiveSales>('reset', (figures) => ({ kind: 'figures', figures, isWhole: true, fetched: false }));
    on<LiveSales>('sales', (figures) => ({ kind: 'figures', figures, isWhole: false, fetched: false }));
    on<LiveSource>('source', (away) => ({ kind: 'source', source: away }));
    on<{ sentAt: number }>('beat', ({ sentAt }) => ({ kind: 'beat', sentAt }));
    source.onerror = () => tell({ kind: 'lost' });
  }

  async function poll(): Promise<void> {
    polledAt = Date.now();
    const response = await fetch('/api/v1/live/sales', { cache: 'no-store', signal: ending.signal });
    if (!response.ok || heardAt > polledAt) return;
    const answer = (await response.json()) as LiveSales | LiveUnavailable;
    if (!isUnavailable(answer)) tell({ kind: 'figures', figures: answer, isWhole: true, fetched: true });
    else if (answer.source) tell({ kind: 'source', source: answer.source });
  }

  function look(): void {
    const now = Date.now();
    const known = { dialledAt, failures, closed: source?.readyState === EventSource.CLOSED };
    if (redialIsDue(known, heardAt, now, luck)) dial();
    if (pollIsDue(known, heardAt, polledAt, now)) poll().catch(() => tell({ kind: 'lost' }));
  }

  const timer = setInterval(look, 1_000);
  document.addEventListener('visibilitychange', look);
  dial();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    ending.abort();
    source?.close();
  };
}
