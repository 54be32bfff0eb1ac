import { formatCount, formatMoney, formatRate, NO_FIGURE } from '#lib/figures.ts';
import type { MinorUnits } from '#lib/money.ts';

interface ShareTableProps {
  readonly caption: string;
  readonly nameTitle: string;
  readonly countTitle: string;
  readonly currency: string;
  readonly rows: readonly { readonly name: string; readonly count: number; readonly netSales: MinorUnits }[];
}

const FIGURE = 'py-2 pl-4 text-right whitespace-nowrap';

/** Parts of a whole: each with its amount and its share, drawn and written. */
export function ShareTable({ caption, nameTitle, countTitle, currency, rows }: ShareTableProps) {
  const whole = rows.reduce((sum, { netSales }) => sum + netSales, 0n);
  const share = (part: bigint) => (whole > 0n ? Number(part) / Number(whole) : null);
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="pb-2 text-left font-medium">
              {nameTitle}
            </th>
            {[countTitle, 'Net sales', 'Share'].map((title) => (
              <th key={title} scope="col" className="pb-2 pl-4 text-right font-medium whitespace-nowrap">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, count, netSales }) => {
            const part = share(netSales);
            return (
              <tr key={name} className="border-t border-line" data-row={name}>
                <th scope="row" className="w-full max-w-0 py-2 text-left font-normal">
                  <span className="block truncate" title={name}>
                    {name}
                  </span>
                  <span aria-hidden="true" className="mt-1 block h-1 rounded-full bg-surface-sunken">
                    <span
                      className="block h-full rounded-full bg-accent/70"
                      style={{ width: `${Math.max(0, part ?? 0) * 100}%` }}
                    />
                  </span>
                </th>
                <td className={`${FIGURE} text-ink-muted`}>{formatCount(count)}</td>
                <td className={`${FIGURE} font-medium`}>{formatMoney(netSales, currency)}</td>
                <td className={FIGURE}>{part === null ? NO_FIGURE : formatRate(part)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
