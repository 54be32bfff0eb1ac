import type { Metadata } from 'next';
import { CustomerFinder } from '#components/customer/customer-finder.tsx';
import { CustomerSearch } from '#components/customer/customer-search.tsx';
import type { SearchParams } from '#lib/period.ts';
import { mayDo, PAGES } from '#lib/roles.ts';
import { PlaceChoice } from '../place-choice.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { CustomersPanels } from './customers-panels.tsx';

export const metadata: Metadata = { title: PAGES.customers.title };

export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const { role } = await requirePlaceScope('customers', search);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="space-y-2">
          <div>
            <h1 className="text-2xl font-semibold tracking-tight">{PAGES.customers.title}</h1>
            <p className="text-sm text-ink-muted">
              A customer belongs to their home store, wherever they shop. 364 days to the last closed day.
            </p>
          </div>
          <PlaceChoice page="customers" search={search} />
        </div>
        <div className="flex w-full flex-wrap items-start gap-4 md:w-auto">
          <CustomerFinder path={PAGES.customers.path} />
          {mayDo(role, 'reveal') ? (
            <div className="w-full md:w-96">
              <CustomerSearch path={PAGES.customers.path} />
            </div>
          ) : null}
        </div>
      </div>
      <CustomersPanels search={search} />
    </>
  );
}
