import Link from 'next/link';
import { StockHeatmap } from '#components/charts/stock-heatmap.tsx';
import type { StockCell } from '#components/charts/stock-heatmap-option.ts';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { formatCount } from '#lib/figures.ts';
import { daysOfCover, STOCK_STATES, type StockState } from '#lib/stock-health.ts';
import type { TableColumn } from '#lib/table-column.ts';
import { listCategoryStock } from '#server/synapse/inventory/list-category-stock.ts';
import { listProductStock } from '#server/synapse/inventory/list-product-stock.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type StockView, stockAddress, stockExport } from './stock-view.ts';

/** How long stock lasts: store by category, and within a category store by product. */
export async function StockHeatmapPanel({ view }: { view: StockView }) {
  const { scope } = await requirePlaceScope('inventory', view.search);
  return view.category === null ? (
    <Panel
      className="mt-4"
      title="Days of cover"
      subtitle="By store and category, at the forecast of each day"
      action={<ExportLink href={stockExport('days-of-cover', view)} table="days of cover" />}
    >
      <Asked ask={() => listCategoryStock({}, scope)} timeZone={view.lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>The source keeps no stock of these stores.</PanelEmpty>
          ) : (
            <CoverFields
              currency={view.lake.currency}
              fields={rows.map((row) => ({
                place: `${row.storeId} ${row.category}`,
                row: row.storeName,
                rowId: row.storeId,
                rowHref: stockAddress(view, { store: row.storeId }),
                column: row.category || 'No category',
                columnHref: row.category ? stockAddress(view, { category: row.category }) : null,
                daysOfCover: daysOfCover(row.available, row.demandRate),
                state: `${formatCount(row.outProducts)} of ${formatCount(row.products)} out`,
                available: row.available,
                demandRate: row.demandRate,
              }))}
              columnTitle="Category"
            />
          )
        }
      </Asked>
    </Panel>
  ) : (
    <Panel
      className="mt-4"
      title={`Days of cover: ${view.category}`}
      subtitle="By store and product"
      action={
        <span className="flex items-center">
          <Link
            href={stockAddress(view, { category: null })}
            className="rounded-md px-2 py-1 text-sm text-accent underline-offset-4 hover:underline"
          >
            All categories
          </Link>
          <ExportLink href={stockExport('days-of-cover', view)} table="days of cover" />
        </span>
      }
    >
      <Asked
        ask={() => listProductStock({ category: view.category ?? '' }, scope)}
        timeZone={view.lake.timeZone}
      >
        {({ rows, truncated }) =>
          rows.length === 0 ? (
            <PanelEmpty>No product of this category is ranged in these stores.</PanelEmpty>
          ) : (
            <>
              {truncated ? (
                <p className="text-sm text-warn">The first {formatCount(rows.length)} fields.</p>
              ) : null}
              <CoverFields
                currency={view.lake.currency}
                fields={rows.map((row) => ({
                  place: `${row.storeId} ${row.productId}`,
                  row: row.storeName,
                  rowId: row.storeId,
                  rowHref: stockAddress(view, { store: row.storeId }),
                  column: row.productName,
                  columnHref: null,
                  daysOfCover: row.daysOfCover,
                  state: STOCK_STATES[row.state as StockState] ?? row.state,
                  available: row.available,
                  demandRate: row.demandRate,
                }))}
                columnTitle="Product"
              />
            </>
          )
        }
      </Asked>
    </Panel>
  );
}

interface CoverField {
  readonly place: string;
  readonly row: string;
  readonly rowId: string;
  readonly rowHref: string;
  readonly column: string;
  readonly columnHref: string | null;
  readonly daysOfCover: number | null;
  readonly state: string;
  readonly available: number;
  readonly demandRate: number;
}

const columns = (columnTitle: string): readonly TableColumn<CoverField>[] => [
  { id: 'row', title: 'Store', kind: 'text', href: 'rowHref', detail: 'rowId' },
  { id: 'column', title: columnTitle, kind: 'text', href: 'columnHref' },
  { id: 'daysOfCover', title: 'Days of cover', kind: 'ratio', metric: 'daysOfCover' },
  { id: 'available', title: 'Available', kind: 'count', wide: true },
  { id: 'demandRate', title: 'Wanted a day', kind: 'ratio', wide: true },
  { id: 'state', title: 'State', kind: 'text' },
];

/** The fields as a picture, and the same as a table whose names lead on. */
function CoverFields({
  fields,
  columnTitle,
  currency,
}: {
  fields: readonly CoverField[];
  columnTitle: string;
  currency: string;
}) {
  const cells = fields.map(({ row, column, daysOfCover: cover, state, available, demandRate }): StockCell => {
    const units = `${formatCount(available)} available, ${demandRate.toFixed(1)} wanted a day`;
    return { row, column, daysOfCover: cover, detail: `${units}\n${state}` };
  });
  return (
    <>
      <StockHeatmap cells={cells} />
      <details className="mt-3 text-sm">
        <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">Show as a table</summary>
        <div className="mt-2">
          <DataTable
            id="cover"
            caption="Days of cover by store"
            rowId="place"
            columns={columns(columnTitle)}
            rows={fields}
            currency={currency}
          />
        </div>
      </details>
    </>
  );
}
