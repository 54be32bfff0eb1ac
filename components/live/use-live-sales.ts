import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  beatHeard,
  connectionAtFirstPaint,
  figuresFetched,
  figuresHeard,
  type LiveConnection,
  serverTime,
  sourceHeard,
  streamLost,
  timePassed,
} from '#lib/live-connection.ts';
import { afterNews, isUnavailable, type LiveSales, type LiveUnavailable } from '#lib/live-sales.ts';
import type { LiveNews } from './live-line.ts';
import { shareLine } from './shared-line.ts';

const FIGURES = 'live-sales';
const CONNECTION = 'live-connection';

interface LiveView {
  /** Null until there ever was a figure. */
  readonly sales: LiveSales | null;
  readonly connection: LiveConnection;
  /** Server's clock, epoch ms. Until the page is alive it is the moment the server painted it. */
  readonly now: number;
}

/**
 * Sales so far today: what the server painted, then what the stream says, kept where every other question is kept. However
 * many parts of a page use it, they share one line.
 */
export function useLiveSales(initial: LiveSales | LiveUnavailable): LiveView {
  const client = useQueryClient();
  const { audience, sentAt: paintedAt } = initial;
  const { data: sales = null } = useQuery<LiveSales | null>({
    queryKey: [FIGURES, audience],
    queryFn: skipToken, // The stream answers; nothing is asked.
    initialData: isUnavailable(initial) ? initial.last : initial,
    gcTime: 0,
  });
  const atFirst = connectionAtFirstPaint(initial);
  const { data: connection = atFirst } = useQuery<LiveConnection>({
    queryKey: [CONNECTION, audience],
    queryFn: skipToken,
    initialData: atFirst,
    gcTime: 0, // What was so when the page was last open says nothing about now.
  });
  const [readerNow, setReaderNow] = useState<number | null>(null);

  useEffect(() => {
    const leave = joinLine(client, audience, paintedAt);
    const look = () => {
      setReaderNow(Date.now());
      patchConnection(client, audience, (known) => timePassed(known, Date.now()));
    };
    const timer = setInterval(look, 1_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      leave();
    };
  }, [client, audience, paintedAt]);

  return { sales, connection, now: readerNow === null ? paintedAt : serverTime(connection, readerNow) };
}

const lines = new WeakMap<QueryClient, Map<string, { users: number; close: () => void }>>();

/** The first on a page opens the line, the last one closes it; a page put away holds none. */
function joinLine(client: QueryClient, audience: string, paintedAt: number): () => void {
  const open = lines.get(client) ?? new Map<string, { users: number; close: () => void }>();
  lines.set(client, open);
  const line = open.get(audience) ?? { users: 0, close: keepLine(client, audience, paintedAt) };
  open.set(audience, line);
  line.users += 1;
  return () => {
    line.users -= 1;
    if (line.users > 0) return;
    open.delete(audience);
    line.close();
  };
}

function keepLine(client: QueryClient, audience: string, paintedAt: number): () => void {
  patchConnection(client, audience, (known) => beatHeard(known, paintedAt, Date.now()));
  const start = () => shareLine(audience, (news) => patch(client, audience, news));
  let close: (() => void) | undefined = start();
  const putAway = () => {
    close?.();
    close = undefined;
  };
  const takeOut = () => {
    close ??= start();
  };
  window.addEventListener('pagehide', putAway);
  window.addEventListener('pageshow', takeOut);
  return () => {
    window.removeEventListener('pagehide', putAway);
    window.removeEventListener('pageshow', takeOut);
    putAway();
  };
}

function patchConnection(
  client: QueryClient,
  audience: string,
  next: (known: LiveConnection) => LiveConnection,
): void {
  client.setQueryData<LiveConnection>([CONNECTION, audience], (known) => known && next(known));
}

function patch(client: QueryClient, audience: string, news: LiveNews): void {
  const now = Date.now();
  if (news.kind === 'figures') {
    const { figures, isWhole, fetched } = news;
    client.setQueryData<LiveSales | null>([FIGURES, audience], (known) =>
      isWhole ? figures : afterNews(known ?? null, figures),
    );
    const heard = fetched ? figuresFetched : figuresHeard;
    patchConnection(client, audience, () => heard(figures.sentAt, now));
  } else if (news.kind === 'source') patchConnection(client, audience, () => sourceHeard(news.source, now));
  else if (news.kind === 'beat')
    patchConnection(client, audience, (known) => beatHeard(known, news.sentAt, now));
  else patchConnection(client, audience, streamLost);
}
