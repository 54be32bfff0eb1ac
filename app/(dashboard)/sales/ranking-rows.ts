import type { SalesTableRow } from '#components/table/sales-table.tsx';
import type { Comparison } from '#lib/comparison.ts';
import { byNetSales, type SalesOf } from '#lib/sales-view.ts';

/** A ranking by net sales out of what a question answered; `about` names a key and says where it leads. */
export function rankingRows(
  rows: readonly SalesOf<string>[],
  { isFair }: Comparison,
  about: (key: string) => Pick<SalesTableRow, 'name' | 'href' | 'detail'>,
  count: 'transactions' | 'units',
): SalesTableRow[] {
  return byNetSales(rows).map(({ key, period, basis }) => ({
    id: key,
    ...about(key),
    count: period?.[count] ?? null,
    netSales: period?.netSales ?? null,
    basisNetSales: isFair ? (basis?.netSales ?? null) : null,
  }));
}
