import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatMoney } from '#lib/figures.ts';
import type { LiveTicket } from '#lib/live-sales.ts';
import { minorUnits } from '#lib/money.ts';

interface TodayTickerProps {
  readonly tickets: readonly LiveTicket[];
  readonly names: ReadonlyMap<string, string>;
  readonly currency: string;
}

/** What the tills rang up last. */
export function TodayTicker({ tickets, names, currency }: TodayTickerProps) {
  if (tickets.length === 0) return <PanelEmpty>No ticket yet today.</PanelEmpty>;
  return (
    <ol className="text-sm tabular-nums" data-ticker>
      {tickets.map(({ id, storeId, soldAt, amount }) => (
        <li key={`${storeId} ${id}`} className="flex gap-3 border-t border-line py-1.5 first:border-t-0">
          <time className="text-ink-muted">{soldAt.slice(11, 16)}</time>
          <span className="min-w-0 flex-1 truncate">{names.get(storeId) ?? storeId}</span>
          <span className="font-medium">{formatMoney(minorUnits(BigInt(amount)), currency)}</span>
        </li>
      ))}
    </ol>
  );
}
