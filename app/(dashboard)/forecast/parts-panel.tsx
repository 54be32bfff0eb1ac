import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { addressWith } from '#lib/address.ts';
import { forecastColumns, forecastLines } from '#lib/forecast-columns.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { askParts } from './ask-parts.ts';
import { type ForecastView, forecastAddress } from './forecast-view.ts';

/** What the forecast is made of, one level down: stores, then categories, then products. */
export async function PartsPanel({ view }: { view: ForecastView }) {
  const { lake, search, category, productId } = view;
  const { scope } = await requirePlaceScope('forecast', search);
  return (
    <Panel
      title="What it is made of, and what it means for orders"
      subtitle="Units expected in 30 days; a name leads one level down"
      action={
        <ExportLink href={addressWith('/api/export/forecast-parts', search)} table="what is expected" />
      }
    >
      <Asked ask={() => askParts(scope, category, productId)} timeZone={lake.timeZone}>
        {({ rows, title, param }) =>
          rows.length === 0 ? (
            <PanelEmpty>The source keeps no stock of these stores.</PanelEmpty>
          ) : (
            <DataTable
              id="parts"
              caption={`Expected by ${title.toLowerCase()}`}
              rowId="id"
              columns={forecastColumns(title)}
              rows={forecastLines(rows, title, ({ id }) =>
                id ? forecastAddress(view, { [param]: id }) : null,
              )}
              currency={lake.currency}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
