import { formatCount, formatRate } from '#lib/figures.ts';
import type { StockClass } from '#lib/stock-health.ts';

const ABC = ['A', 'B', 'C'] as const;
const XYZ = [
  ['X', 'steady'],
  ['Y', 'varies'],
  ['Z', 'fits and starts'],
] as const;

/** Three by three: products of each pair of classes, and their share of what is expected to be wanted. */
export function StockClassTable({ classes }: { classes: readonly StockClass[] }) {
  const whole = classes.reduce((sum, { demand30Days }) => sum + demand30Days, 0);
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Products in stores by ABC and XYZ</caption>
      <thead className="text-left text-ink-muted">
        <tr>
          <th scope="col" className="pb-2 font-medium">
            Class
          </th>
          {XYZ.map(([name, words]) => (
            <th key={name} scope="col" className="pb-2 pl-4 text-right font-medium">
              {name} <span className="hidden font-normal sm:inline">{words}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ABC.map((abc) => (
          <tr key={abc} className="border-t border-line">
            <th scope="row" className="py-3 text-left font-semibold">
              {abc}
            </th>
            {XYZ.map(([xyz]) => {
              const found = classes.find((one) => one.abc === abc && one.xyz === xyz);
              return (
                <td key={xyz} className="py-3 pl-4 text-right" data-class={`${abc}${xyz}`}>
                  <span className="block font-medium">{formatCount(found?.products ?? 0)}</span>
                  <span className="block text-xs text-ink-muted">
                    {formatRate(whole > 0 ? (found?.demand30Days ?? 0) / whole : null)} of demand
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
