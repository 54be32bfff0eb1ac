import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { type ListedStore, StoreList } from '#components/table/store-list.tsx';
import { storeExtremes } from '#lib/store-extremes.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { Asked } from '../asked.tsx';
import { askComparedStores, type StoresView, storesExport } from '../compared-stores.ts';
import { storeAddress } from '../stores/store-address.ts';

/** The stores that did best and worst by what was asked of them. */
export async function ExtremesPanel({ view, className }: { view: StoresView; className: string }) {
  const { scope } = await requirePage('executive');
  const { lake } = view;
  return (
    <Panel
      className={className}
      title="Best and worst stores"
      subtitle="Net sales against target; each store has its own"
      action={<ExportLink href={storesExport('stores-against-target', view)} table="stores against target" />}
    >
      <Asked ask={() => askComparedStores(view, scope)} timeZone={lake.timeZone}>
        {({ stores, period, pairs }) => {
          const { best, worst } = storeExtremes(period, pairs);
          const listed = (figures: typeof best): ListedStore[] =>
            figures.map(({ storeId, netSales, variance, change }) => {
              const store = stores.find((one) => one.storeId === storeId);
              return {
                ...{ storeId, netSales, variance, change },
                name: store?.storeName ?? storeId,
                detail: `${storeId} · ${store?.region ?? ''}`,
                href: storeAddress(view, storeId),
              };
            });
          return best.length + worst.length === 0 ? (
            <PanelEmpty>No store has a target for these days.</PanelEmpty>
          ) : (
            <div className="grid gap-x-8 gap-y-4 xl:grid-cols-2">
              <StoreList title="Best" stores={listed(best)} currency={lake.currency} />
              <StoreList title="Worst" stores={listed(worst)} currency={lake.currency} />
            </div>
          );
        }}
      </Asked>
    </Panel>
  );
}
