import { formatCount, formatMoney } from '#lib/figures.ts';
import type { ImportOutcome } from '#lib/import-report.ts';
import type { MinorUnits } from '#lib/money.ts';

const TITLES: Readonly<Record<string, string>> = {
  exact_duplicate: 'Exact duplicates',
  unreadable: 'Unreadable',
  unlisted: 'Unreadable in a list',
  voided: 'Voided at the till',
  bad_debt: 'Bad debt',
  non_product: 'Not a product',
  write_off: 'Stock write-offs',
  without_value: 'Without value',
  superseded: 'Later version received',
  contradictory: 'Contradictory',
  return: 'Returns',
  sale: 'Sales',
};

/** Every row of the source, by what became of it. The last line is the sum of the ones above, not a figure of its own. */
export function ImportTable({
  outcomes,
  currency,
}: {
  outcomes: readonly ImportOutcome[];
  currency: string;
}) {
  const rows = outcomes.reduce((sum, outcome) => sum + outcome.rowCount, 0);
  const amount = outcomes.reduce((sum, outcome) => sum + outcome.amount, 0n) as MinorUnits;
  const cell = 'py-2.5 pl-4 text-right whitespace-nowrap';
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Rows and value of the source by what became of them</caption>
      <thead className="text-left text-ink-muted">
        <tr>
          <th scope="col" className="pb-2 font-medium">
            What became of it, first rule that fits
          </th>
          <th scope="col" className="pb-2 pl-4 text-right font-medium">
            Rows
          </th>
          <th scope="col" className="pb-2 pl-4 text-right font-medium">
            Quantity × price
          </th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map((outcome) => (
          <tr key={outcome.outcome} className="border-t border-line" data-outcome={outcome.outcome}>
            <th scope="row" className="py-2.5 text-left font-normal">
              <span className="font-medium">
                {TITLES[outcome.outcome] ?? outcome.outcome.replaceAll('_', ' ')}
              </span>
              <span className="block text-ink-muted">{outcome.ruleText}</span>
            </th>
            <td className={cell}>{formatCount(outcome.rowCount)}</td>
            <td className={cell}>{formatMoney(outcome.amount, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t-2 border-line-strong font-semibold" data-outcome="total">
          <th scope="row" className="py-2.5 text-left">
            All rows received
          </th>
          <td className={cell}>{formatCount(rows)}</td>
          <td className={cell}>{formatMoney(amount, currency)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
