'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { Spacer } from '#components/table/data-row.tsx';
import type { CustomerPage } from '#lib/customer-page.ts';
import { CustomerListRow, LIST_HEADS } from './customer-list-row.tsx';

interface CustomerListProps {
  /** Comes with the document. */
  readonly first: CustomerPage;
  /** Query of the address that narrows the list: stores, regions, segment. */
  readonly view: string;
  readonly caption: string;
  readonly currency: string;
  readonly path: string;
}

const ROW_HEIGHT = 37;
/** As many as come with the document. */
const A_PAGE = 50;

/** As many customers as there are: a page is fetched when its place comes into sight, and only rows in sight are drawn. */
export function CustomerList({ first, view, caption, currency, path }: CustomerListProps) {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = useInfiniteQuery({
    queryKey: ['customers', view, first.rows[0]?.customerId],
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, view, signal),
    initialData: { pages: [first], pageParams: [''] },
    initialPageParam: '',
    getNextPageParam: ({ next }: CustomerPage) => next,
  });
  const customers = data.pages.flatMap((page) => page.rows);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: customers.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    initialRect: { width: 0, height: 520 },
  });
  const items = virtualizer.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? -1) + 1];
  const isNearEnd = to >= customers.length - 15;
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isNearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  return (
    <>
      <section ref={scroller} aria-label={caption} className="relative max-h-[33rem] overflow-auto">
        <table
          className="w-full border-separate border-spacing-0 text-sm"
          aria-rowcount={hasNextPage ? -1 : customers.length + 1}
        >
          <caption className="sr-only">{caption}</caption>
          <thead className="text-ink-muted">
            <tr>
              {LIST_HEADS.map(({ title, className }) => (
                <th
                  key={title}
                  scope="col"
                  className={`sticky top-0 z-10 bg-surface pb-2 font-medium ${className}`}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={items[0]?.start ?? 0} />
            {customers.slice(from, to).map((customer, at) => (
              <CustomerListRow
                key={customer.customerId}
                customer={customer}
                position={from + at + 2}
                currency={currency}
                path={path}
              />
            ))}
            <Spacer height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </section>
      <p role="status" className="mt-3 flex items-center gap-3 text-sm text-ink-muted">
        {isFetchNextPageError ? (
          <>
            The next customers could not be fetched.
            <button
              type="button"
              onClick={() => void fetchNextPage()}
              className="text-accent hover:underline"
            >
              Try again
            </button>
          </>
        ) : (
          `${customers.length.toLocaleString('en-GB')} listed${hasNextPage ? '; more come as you scroll' : ', all there are'}`
        )}
      </p>
    </>
  );
}

async function fetchPage(cursor: string, view: string, signal: AbortSignal): Promise<CustomerPage> {
  const query = new URLSearchParams(view);
  query.set('limit', String(A_PAGE));
  query.set('cursor', cursor);
  const response = await fetch(`/api/v1/customers?${query}`, { signal });
  if (!response.ok) throw new Error(`customers: ${response.status}`);
  return response.json();
}
