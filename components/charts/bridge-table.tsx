import { formatMoney } from '#lib/figures.ts';
import { BRIDGE_PARTS, type SalesBridge } from '#lib/sales-bridge.ts';

/** The bridge to read, copy or hear: what each part means and what it moved, to the penny. */
export function BridgeTable({ bridge, currency }: { bridge: SalesBridge; currency: string }) {
  const line = 'border-t border-line';
  const figure = 'py-1.5 pl-4 text-right align-top whitespace-nowrap';
  const total = (title: string, amount: SalesBridge['from'], name: string) => (
    <tr className={`${line} font-medium`} data-bridge={name}>
      <th scope="row" className="py-1.5 text-left font-medium">
        {title}
      </th>
      <td className={figure}>{formatMoney(amount, currency)}</td>
    </tr>
  );
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">Show as a table</summary>
      <table className="mt-2 w-full">
        <caption className="sr-only">What moved net sales</caption>
        <tbody>
          {total('Basis', bridge.from, 'from')}
          {bridge.parts.map(({ name, amount }) => (
            <tr key={name} className={line} data-bridge={name}>
              <th scope="row" className="py-1.5 text-left font-normal">
                {BRIDGE_PARTS[name].title}
                <span className="block text-ink-muted">{BRIDGE_PARTS[name].says}</span>
              </th>
              <td className={figure}>{formatMoney(amount, currency)}</td>
            </tr>
          ))}
          {total('This period', bridge.to, 'to')}
        </tbody>
      </table>
    </details>
  );
}
