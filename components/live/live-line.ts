import { redialIsDue } from '#lib/live-connection.ts';
import type { LiveSales, LiveSource } from '#lib/live-sales.ts';

interface LiveLineEvents {
  /** @param isWhole every store is listed; else those that changed since the message before */
  readonly onFigures: (figures: LiveSales, isWhole: boolean) => void;
  readonly onSource: (source: LiveSource) => void;
  readonly onBeat: (sentAt: number) => void;
  readonly onLost: () => void;
  /** Every second, and at once when the page is shown again. */
  readonly onTick: () => void;
}

/** Keeps one stream to the server open until the returned function is called; a page put away holds none. */
export function openLiveLine({ onFigures, onSource, onBeat, onLost, onTick }: LiveLineEvents): () => void {
  let source: EventSource | undefined;
  let dialledAt = 0;
  let heardAt = 0;
  let failures = 0;
  let luck = Math.random();

  function dial(): void {
    source?.close();
    dialledAt = Date.now();
    luck = Math.random();
    failures += 1;
    source = new EventSource('/api/live');
    const on = <T>(name: string, tell: (message: T) => void) =>
      source?.addEventListener(name, (event: MessageEvent<string>) => {
        heardAt = Date.now();
        failures = 0;
        tell(JSON.parse(event.data) as T);
      });
    on<LiveSales>('reset', (figures) => onFigures(figures, true));
    on<LiveSales>('sales', (figures) => onFigures(figures, false));
    on<LiveSource>('source', onSource);
    on<{ sentAt: number }>('beat', ({ sentAt }) => onBeat(sentAt));
    source.onerror = onLost;
  }

  function look(): void {
    const closed = source?.readyState === EventSource.CLOSED;
    if (redialIsDue({ dialledAt, failures, closed }, heardAt, Date.now(), luck)) dial();
    onTick();
  }

  const putAway = () => source?.close();
  const timer = setInterval(look, 1_000);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', look);
  window.addEventListener('pagehide', putAway);
  dial();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pageshow', look);
    window.removeEventListener('pagehide', putAway);
    source?.close();
  };
}
