import { type ReactNode, Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { addressWith } from '#lib/address.ts';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { CategoriesPanel } from './categories-panel.tsx';
import { ChannelsPanel } from './channels-panel.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { PlacementsPanel } from './placements-panel.tsx';
import { PlacesPanel, RegionsPanel } from './places-panel.tsx';
import { ProductsPanel } from './products-panel.tsx';
import { PromotionsPanel } from './promotions-panel.tsx';
import { ReturnsPanel } from './returns-panel.tsx';
import { SalesFiguresPanel } from './sales-figures-panel.tsx';
import { SalesHeading } from './sales-heading.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { SalesTrendPanel } from './sales-trend-panel.tsx';
import { salesView } from './sales-view.ts';

const PAIR = 'mt-4 grid gap-4 xl:grid-cols-2';

/** The figures of closed days. */
export async function SettledSales({
  search,
  path = PAGES.sales.path,
}: {
  search: SearchParams;
  /** Where a choice leads: the page itself, or the same panels in a frame. */
  path?: string;
}) {
  await requireSalesScope(search);
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => {
        const view = salesView(path, search, lake);
        const shown = addressWith(path, search);
        const panel = (name: string, height: string, content: ReactNode) => (
          <Suspense key={`${name} ${shown}`} fallback={<PanelLoading className={height} />}>
            {content}
          </Suspense>
        );
        return (
          <>
            <SalesHeading view={view} />
            {panel('figures', 'h-28', <SalesFiguresPanel view={view} />)}
            {panel('trend', 'mt-4 h-[23rem]', <SalesTrendPanel view={view} />)}
            <div className={PAIR}>
              {panel('categories', 'h-96', <CategoriesPanel view={view} />)}
              <div className="flex min-w-0 flex-col gap-4">
                {panel('regions', 'h-60', <RegionsPanel view={view} />)}
                {panel('channels', 'h-40', <ChannelsPanel view={view} />)}
              </div>
            </div>
            <div className={PAIR}>
              {panel('places', 'h-[36rem]', <PlacesPanel view={view} />)}
              <div className="flex min-w-0 flex-col gap-4">
                {panel('hours', 'h-96', <HoursPanel view={view} />)}
                {panel('returns', 'h-96', <ReturnsPanel view={view} />)}
              </div>
            </div>
            <div className="mt-4">{panel('promotions', 'h-96', <PromotionsPanel view={view} />)}</div>
            <Suspense key={`placements ${shown}`} fallback={null}>
              <PlacementsPanel view={view} />
            </Suspense>
            <div className="mt-4">{panel('products', 'h-[36rem]', <ProductsPanel view={view} />)}</div>
          </>
        );
      }}
    </Asked>
  );
}

export function SettledSalesLoading() {
  return (
    <>
      <PanelLoading className="mt-8 mb-4 h-24" />
      <PanelLoading className="h-28" />
      <PanelLoading className="mt-4 h-[23rem]" />
      <div className={PAIR}>
        <PanelLoading className="h-[36rem]" />
        <PanelLoading className="h-[36rem]" />
      </div>
    </>
  );
}
