import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { DECISION_OUTCOMES } from '#lib/price-decision.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { Asked } from '../../asked.tsx';
import { askPrices } from '../ask-prices.ts';
import { DeskPanel } from './desk-panel.tsx';
import { KnownPanel } from './known-panel.tsx';
import { PastPanels } from './past-panels.tsx';

export const metadata: Metadata = { title: PAGES.pricing.title };

export default async function ProductPricePage({ params }: { params: Promise<{ productId: string }> }) {
  const { person } = await requirePage('pricing');
  const productId = decodeURIComponent((await params).productId);
  return (
    <Asked ask={askPrices}>
      {({ rows, currency, canDecide }) => {
        const row = rows.find(({ it }) => it.productId === productId);
        if (!row) notFound();
        const { it, last } = row;
        return (
          <>
            <Link
              href={PAGES.pricing.path}
              className="text-sm text-ink-muted underline-offset-4 hover:underline"
            >
              {PAGES.pricing.title}
            </Link>
            <div className="mb-4 flex flex-wrap items-baseline gap-x-3">
              <h1 className="text-2xl font-semibold tracking-tight">{it.productName}</h1>
              <p className="text-sm text-ink-muted">
                {it.productId}
                {it.category ? ` · ${it.category}` : ''}
                {it.isKeyValue ? ' · key value item' : ''}
              </p>
              {last ? (
                <p
                  className="rounded-full border border-line-strong bg-surface px-3 py-0.5 text-sm"
                  data-standing={last.outcome}
                >
                  {DECISION_OUTCOMES[last.outcome]}
                </p>
              ) : null}
            </div>
            <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
              <DeskPanel {...{ row, currency, canDecide }} personId={person.id} />
              <KnownPanel it={it} currency={currency} />
            </div>
            <Suspense fallback={<PanelLoading className="mt-4 h-64" />}>
              <PastPanels productId={productId} />
            </Suspense>
          </>
        );
      }}
    </Asked>
  );
}
