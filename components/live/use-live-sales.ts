import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  beatHeard,
  connectionAtFirstPaint,
  figuresHeard,
  type LiveConnection,
  serverTime,
  sourceHeard,
  streamLost,
  timePassed,
} from '#lib/live-connection.ts';
import { afterNews, isUnavailable, type LiveSales, type LiveUnavailable } from '#lib/live-sales.ts';
import { openLiveLine } from './live-line.ts';

const LIVE_SALES = ['live-sales'] as const;

interface LiveView {
  /** Null until there ever was a figure. */
  readonly sales: LiveSales | null;
  readonly connection: LiveConnection;
  /** Server's clock, epoch ms. Until the page is alive it is the moment the server painted it. */
  readonly now: number;
}

/** Sales so far today: what the server painted, then what the stream says, kept where every other question is kept. */
export function useLiveSales(initial: LiveSales | LiveUnavailable): LiveView {
  const client = useQueryClient();
  const painted = isUnavailable(initial) ? initial.last : initial;
  const paintedAt = initial.sentAt;
  const { data: sales = null } = useQuery({
    queryKey: LIVE_SALES,
    queryFn: skipToken, // The stream answers; nothing is asked.
    initialData: painted,
  });
  const [connection, setConnection] = useState(() => connectionAtFirstPaint(initial));
  const [readerNow, setReaderNow] = useState<number | null>(null);

  useEffect(() => {
    setConnection((known) => beatHeard(known, paintedAt, Date.now()));
    return openLiveLine({
      onFigures: (figures, isWhole) => {
        client.setQueryData<LiveSales | null>(LIVE_SALES, (known) =>
          isWhole ? figures : afterNews(known ?? null, figures),
        );
        setConnection(figuresHeard(figures.sentAt, Date.now()));
      },
      onSource: (source) => setConnection(sourceHeard(source, Date.now())),
      onBeat: (sentAt) => setConnection((known) => beatHeard(known, sentAt, Date.now())),
      onLost: () => setConnection(streamLost),
      onTick: () => {
        setReaderNow(Date.now());
        setConnection((known) => timePassed(known, Date.now()));
      },
    });
  }, [client, paintedAt]);

  return { sales, connection, now: readerNow === null ? paintedAt : serverTime(connection, readerNow) };
}
