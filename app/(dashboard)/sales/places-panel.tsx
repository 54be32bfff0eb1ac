import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { SalesTable, type SalesTableRow } from '#components/table/sales-table.tsx';
import type { CountrySales, StoreSales } from '#lib/sales-ranking.ts';
import { listSalesByCountry } from '#server/synapse/sales/list-sales-by-country.ts';
import { listSalesByStore } from '#server/synapse/sales/list-sales-by-store.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { exportAddress, type SalesView, viewAddress } from './sales-view.ts';

/** Sales by store; where there is one store only, by the country its customers are in. */
export async function PlacesPanel({ view, path }: { view: SalesView; path: string }) {
  const { lake, period, comparison } = view;
  const scope = await requireSalesScope(view.stores);
  const table = (title: string, nameTitle: string, rows: readonly SalesTableRow[]) => (
    <Panel
      title={title}
      subtitle="Highest net sales first"
      action={
        <ExportLink
          href={exportAddress(`sales-by-${nameTitle.toLowerCase()}`, view)}
          table={title.toLowerCase()}
        />
      }
    >
      {rows.length === 0 ? (
        <PanelEmpty>No store traded on these days.</PanelEmpty>
      ) : (
        <SalesTable
          caption={title}
          countTitle="Transactions"
          {...{ nameTitle, rows }}
          compared={comparison.isFair}
          currency={lake.currency}
        />
      )}
    </Panel>
  );
  return (
    <Asked ask={() => listSalesByStore({ period, basis: comparison.days }, scope)} timeZone={lake.timeZone}>
      {(stores) =>
        stores.rows.length > 1 ? (
          table(
            'Sales by store',
            'Store',
            stores.rows.map((store) => ({
              ...storeRow(store),
              href: viewAddress(path, view, [store.storeId]),
            })),
          )
        ) : (
          <Asked
            ask={() => listSalesByCountry({ period, basis: comparison.days }, scope)}
            timeZone={lake.timeZone}
          >
            {(countries) => table('Sales by country', 'Country', countries.rows.map(countryRow))}
          </Asked>
        )
      }
    </Asked>
  );
}

function storeRow({
  storeId,
  storeName,
  region,
  transactions,
  netSales,
  basisNetSales,
}: StoreSales): SalesTableRow {
  return {
    id: storeId,
    name: storeName,
    detail: `${storeId} · ${region}`,
    count: transactions,
    netSales,
    basisNetSales,
  };
}

function countryRow({ country, transactions, netSales, basisNetSales }: CountrySales): SalesTableRow {
  return { id: country, name: country, count: transactions, netSales, basisNetSales };
}
