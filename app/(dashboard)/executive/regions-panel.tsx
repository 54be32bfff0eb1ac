import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { RegionTable } from '#components/table/region-table.tsx';
import { regionFigures } from '#lib/region-figures.ts';
import { maySee } from '#lib/roles.ts';
import { pairStores } from '#lib/sales-bridge.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { Asked } from '../asked.tsx';
import { askComparedStores, type StoresView, storesExport } from '../compared-stores.ts';

/** Region by region: sales, how they moved, and how they stand to what was asked for. */
export async function RegionsPanel({ view, className }: { view: StoresView; className: string }) {
  const { scope, role } = await requirePage('executive');
  const { lake, comparison } = view;
  return (
    <Panel
      className={className}
      title="Regions"
      subtitle="Highest net sales first"
      action={<ExportLink href={storesExport('regions', view)} table="regions" />}
    >
      <Asked ask={() => askComparedStores(view, scope)} timeZone={lake.timeZone}>
        {({ stores, period, pairs, compPairs }) => {
          const regions = new Map(stores.map(({ storeId, region }) => [storeId, region]));
          const of = (storeId: string) => regions.get(storeId);
          const shown = regionFigures(pairStores(period, []), of);
          return shown.length === 0 ? (
            <PanelEmpty>No store of yours traded on these days.</PanelEmpty>
          ) : (
            <RegionTable
              rows={shown}
              compared={comparison.isFair ? regionFigures(pairs, of) : []}
              comparable={comparison.isFair ? regionFigures(compPairs, of) : []}
              withMargin={maySee(role, 'margin')}
              currency={lake.currency}
            />
          );
        }}
      </Asked>
    </Panel>
  );
}
