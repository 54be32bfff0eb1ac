import { ScrollRegion } from '#components/table/scroll-region.tsx';
import type { CohortRow } from '#lib/customer-cohorts.ts';
import { formatCount, formatRate } from '#lib/figures.ts';

/** A table that is its own chart: the deeper the colour, the more came back. The figure stands in every cell. */
export function CohortHeatmap({ rows }: { rows: readonly CohortRow[] }) {
  const periods = Math.max(...rows.map(({ retention }) => retention.length));
  const greatest = Math.max(...rows.flatMap(({ retention }) => retention.slice(1)), 0.01);
  return (
    <ScrollRegion label="Retention by cohort">
      <table className="w-full border-separate border-spacing-0.5 text-sm" data-cohorts>
        <caption className="sr-only">
          Share of each cohort that bought, by fiscal periods since the first purchase
        </caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="sticky left-0 bg-surface pr-3 text-left font-medium">
              First bought
            </th>
            <th scope="col" className="px-2 text-right font-medium">
              Customers
            </th>
            {Array.from({ length: periods }, (_, since) => since)
              .slice(1)
              .map((since) => (
                <th key={since} scope="col" className="min-w-14 px-1.5 text-right font-medium">
                  +{since}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, customers, retention }) => (
            <tr key={title}>
              <th
                scope="row"
                className="sticky left-0 bg-surface pr-3 text-left font-normal whitespace-nowrap"
              >
                {title}
              </th>
              <td className="px-2 text-right">{formatCount(customers)}</td>
              {retention.slice(1).map((rate, at) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place is the period.
                  key={at}
                  className="rounded px-1.5 py-1 text-right"
                  style={{
                    backgroundColor: `color-mix(in srgb, var(--rp-accent) ${Math.round((rate / greatest) * 38)}%, var(--rp-surface))`,
                  }}
                >
                  {formatRate(rate)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
