import type { ReactNode } from 'react';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { SalesTable } from '#components/table/sales-table.tsx';
import { COUNTRY_COLUMNS, STORE_COLUMNS, withChange } from '#lib/sales-columns.ts';
import { regionSales, storeSales } from '#lib/sales-ranking.ts';
import { listSalesByCountry } from '#server/synapse/sales/list-sales-by-country.ts';
import { listSalesByStore } from '#server/synapse/sales/list-sales-by-store.ts';
import { listStoreNames } from '#server/synapse/stores/list-store-names.ts';
import { Asked } from '../asked.tsx';
import { rankingRows } from './ranking-rows.ts';
import { requireSalesScope } from './sales-scope.ts';
import { addressOf, exportAddress, periodsOf, type SalesView } from './sales-view.ts';

/** What both panels ask; the second asking is answered from memory. */
async function askStores(view: SalesView) {
  const scope = await requireSalesScope(view.search);
  const [sales, names] = await Promise.all([
    listSalesByStore(periodsOf(view), view.narrowing, scope),
    listStoreNames({}, scope),
  ]);
  return { ...sales, names: names.rows };
}

/** Sales by region; a click narrows the page to one. */
export async function RegionsPanel({ view }: { view: SalesView }) {
  await requireSalesScope(view.search);
  const { lake, comparison } = view;
  return (
    <Panel
      title="Sales by region"
      action={<ExportLink href={exportAddress('sales-by-region', view)} table="sales by region" />}
    >
      <Asked ask={() => askStores(view)} timeZone={lake.timeZone}>
        {({ rows, names }) =>
          rows.length === 0 ? (
            <PanelEmpty>No store traded on these days.</PanelEmpty>
          ) : (
            <SalesTable
              caption="Sales by region"
              nameTitle="Region"
              countTitle="Units"
              currency={lake.currency}
              compared={comparison.isFair}
              rows={rankingRows(
                regionSales(rows, names),
                comparison,
                (region) => ({ name: region, href: addressOf(view, { region, store: null }) }),
                'units',
              )}
            />
          )
        }
      </Asked>
    </Panel>
  );
}

/** Sales by store; where there is one store only, by the country its customers are in. */
export async function PlacesPanel({ view }: { view: SalesView }) {
  const scope = await requireSalesScope(view.search);
  const { lake, comparison } = view;
  const table = (title: string, name: string, content: ReactNode) => (
    <Panel
      title={title}
      subtitle="Highest net sales first"
      action={<ExportLink href={exportAddress(name, view)} table={title.toLowerCase()} />}
    >
      {content}
    </Panel>
  );
  return (
    <Asked ask={() => askStores(view)} timeZone={lake.timeZone}>
      {({ rows, names }) => {
        if (rows.length > 1)
          return table(
            'Sales by store',
            'sales-by-store',
            <DataTable
              id="stores"
              caption="Sales by store"
              rowId="storeId"
              currency={lake.currency}
              columns={STORE_COLUMNS}
              rows={withChange(storeSales(rows, names), comparison).map((store) => ({
                ...store,
                href: addressOf(view, { store: store.storeId, region: null }),
              }))}
            />,
          );
        return (
          <Asked ask={() => listSalesByCountry(periodsOf(view), scope)} timeZone={lake.timeZone}>
            {(countries) =>
              table(
                'Sales by country',
                'sales-by-country',
                countries.rows.length === 0 ? (
                  <PanelEmpty>No store traded on these days.</PanelEmpty>
                ) : (
                  <DataTable
                    id="countries"
                    caption="Sales by country"
                    rowId="country"
                    currency={lake.currency}
                    columns={COUNTRY_COLUMNS}
                    rows={withChange(countries.rows, comparison)}
                  />
                ),
              )
            }
          </Asked>
        );
      }}
    </Asked>
  );
}
