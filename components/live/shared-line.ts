import { SILENCE_MS } from '#lib/live-connection.ts';
import { afterNews, type LiveSales } from '#lib/live-sales.ts';
import { type LiveNews, openLiveLine } from './live-line.ts';

type Word = LiveNews | { readonly kind: 'hello' };

/**
 * One stream for all tabs of a browser, since a browser opens six connections to a server and no more. The tab that
 * holds the lock keeps the line and passes on what it hears; when it closes, falls asleep or dies, the next one takes
 * over. A frame on another site is in a storage partition of its own and keeps a line of its own.
 * @param audience figures of another are not passed on: the tabs may belong to different sign-ins
 */
export function shareLine(audience: string, tell: (news: LiveNews) => void): () => void {
  const name = `retail-pulse live ${audience}`;
  const channel = new BroadcastChannel(name);
  const ending = new AbortController();
  let heardAt = Date.now();
  let known: LiveSales | null = null;
  let hangUp: (() => void) | undefined;

  function hear(news: LiveNews): void {
    if (news.kind === 'figures') {
      if (news.figures.audience !== audience) return;
      known = news.isWhole ? news.figures : afterNews(known, news.figures);
    }
    if (news.kind !== 'lost') heardAt = Date.now();
    tell(news);
  }

  function lead(): Promise<void> {
    heardAt = Date.now();
    const close = openLiveLine((news) => {
      hear(news);
      if (news.kind !== 'figures' || news.figures.audience === audience) channel.postMessage(news);
    });
    return new Promise((resolve) => {
      hangUp = () => {
        close();
        hangUp = undefined;
        resolve();
      };
      ending.signal.addEventListener('abort', () => hangUp?.(), { once: true });
    });
  }

  function queueUp(options: LockOptions): void {
    navigator.locks.request(name, options, lead).catch(() => {
      // Another tab took the line from this one, or this one is going.
      hangUp?.();
      if (!ending.signal.aborted) queueUp({ signal: ending.signal });
    });
  }

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.kind !== 'hello') hear(data);
    else if (hangUp && known)
      channel.postMessage({ kind: 'figures', figures: known, isWhole: true, fetched: false } satisfies Word);
  };
  channel.postMessage({ kind: 'hello' } satisfies Word);
  queueUp({ signal: ending.signal });
  // A leader that is never heard is asleep: the tab that is awake takes the line.
  const watch = setInterval(() => {
    if (hangUp || Date.now() - heardAt <= SILENCE_MS || document.hidden) return;
    heardAt = Date.now();
    queueUp({ steal: true });
  }, 1_000);
  return () => {
    clearInterval(watch);
    ending.abort();
    channel.close();
  };
}
