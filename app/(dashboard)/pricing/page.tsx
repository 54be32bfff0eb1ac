import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Choices } from '#components/controls/choices.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import type { SearchParams } from '#lib/period.ts';
import {
  choosePriceFilter,
  choosePriceView,
  PRICE_VIEWS,
  type PriceViewName,
  priceViewAddress,
} from '#lib/price-view.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { DecisionsPanel } from './decisions-panel.tsx';
import { MarkdownsPanel } from './markdowns-panel.tsx';
import { OutcomesPanel } from './outcomes-panel.tsx';
import { RecommendationsPanel } from './recommendations-panel.tsx';

export const metadata: Metadata = { title: PAGES.pricing.title };

export default async function PricingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('pricing');
  const search = await searchParams;
  const view = choosePriceView(search);
  const filter = choosePriceFilter(search);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-2xl font-semibold tracking-tight">{PAGES.pricing.title}</h1>
        <div className="max-w-full overflow-x-auto">
          <Choices
            label="View"
            choices={(Object.keys(PRICE_VIEWS) as PriceViewName[]).map((name) => ({
              title: PRICE_VIEWS[name],
              href: priceViewAddress(name),
              isChosen: name === view,
            }))}
          />
        </div>
      </div>
      <Suspense key={`${view} ${filter}`} fallback={<PanelLoading className="h-[36rem]" />}>
        {view === 'recommendations' ? <RecommendationsPanel filter={filter} /> : null}
        {view === 'markdowns' ? <MarkdownsPanel /> : null}
        {view === 'decisions' ? <DecisionsPanel /> : null}
        {view === 'outcomes' ? <OutcomesPanel /> : null}
      </Suspense>
    </>
  );
}
