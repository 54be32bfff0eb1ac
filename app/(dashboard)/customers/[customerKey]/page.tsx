import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { NO_FIGURE } from '#lib/figures.ts';
import { maySee, PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getCustomer } from '#server/synapse/customers/get-customer.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../../asked.tsx';
import { ContactPanel } from '../contact-panel.tsx';
import { CategoriesPanel } from './categories-panel.tsx';
import { NextBestPanel } from './next-best-panel.tsx';
import { OrdersPanel } from './orders-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { WorthPanel } from './worth-panel.tsx';

export const metadata: Metadata = { title: 'Customer' };

/** A customer that is not there, or not of one's stores, is not found: the two look alike. */
export default async function CustomerPage({ params }: { params: Promise<{ customerKey: string }> }) {
  const { role, scope } = await requirePage('customers');
  const customerKey = Number((await params).customerKey);
  if (!Number.isInteger(customerKey) || customerKey < 1 || customerKey > 999_999_999) notFound();
  const ask = async () => {
    const [lake, answer] = await Promise.all([getLakeStatus(), getCustomer({ customerKey }, scope)]);
    return { ...answer, lake };
  };
  return (
    <Asked ask={ask}>
      {({ rows: [customer], lake }) => {
        if (!customer) notFound();
        const panel = { customer, lake };
        return (
          <>
            <nav aria-label="Back" className="text-sm">
              <Link href={PAGES.customers.path} className="text-ink-muted underline-offset-4 hover:underline">
                All customers
              </Link>
            </nav>
            <div className="mt-1 mb-4">
              <h1 className="text-2xl font-semibold tracking-tight">
                Customer {customer.loyaltyNumber ?? customer.customerKey}
              </h1>
              <p className="text-sm text-ink-muted">
                <span className="capitalize">{customer.loyaltyTier ?? 'not in the loyalty scheme'}</span> ·
                home store {customer.storeName ?? NO_FIGURE} {customer.storeId ? `(${customer.storeId})` : ''}{' '}
                · id {customer.customerKey}
              </p>
            </div>
            <Suspense fallback={<PanelLoading className="h-[19rem]" />}>
              <WorthPanel {...panel} />
            </Suspense>
            <div className="mt-4 grid gap-4 lg:grid-cols-2">
              {maySee(role, 'personal') ? (
                <Suspense fallback={<PanelLoading className="h-72" />}>
                  <ContactPanel customerKey={customerKey} />
                </Suspense>
              ) : null}
              <Suspense fallback={<PanelLoading className="h-72" />}>
                <NextBestPanel {...panel} />
              </Suspense>
              <Suspense fallback={<PanelLoading className="h-72" />}>
                <CategoriesPanel {...panel} />
              </Suspense>
              <Suspense fallback={<PanelLoading className="h-72" />}>
                <TimelinePanel {...panel} />
              </Suspense>
            </div>
            <Suspense fallback={<PanelLoading className="mt-4 h-96" />}>
              <OrdersPanel {...panel} />
            </Suspense>
          </>
        );
      }}
    </Asked>
  );
}
