import Link from 'next/link';
import { Change } from '#components/panel/change.tsx';
import { formatMoneyWhole } from '#lib/figures.ts';
import type { StoreAgainstTarget } from '#lib/store-extremes.ts';

export interface ListedStore extends StoreAgainstTarget {
  readonly name: string;
  readonly detail: string;
  readonly href: string;
}

interface StoreListProps {
  readonly title: string;
  readonly stores: readonly ListedStore[];
  readonly currency: string;
}

/** A few stores with how they stand to their targets; a name leads to its store. */
export function StoreList({ title, stores, currency }: StoreListProps) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-sm font-medium text-ink-muted">{title}</h3>
      <ul className="text-sm">
        {stores.map((store) => (
          <li
            key={store.storeId}
            className="flex items-center justify-between gap-4 border-t border-line py-2"
            data-store={store.storeId}
          >
            <span className="min-w-0">
              <Link
                href={store.href}
                className="-my-1 block truncate py-1 font-medium underline-offset-4 hover:underline"
              >
                {store.name}
              </Link>
              <span className="block truncate text-xs text-ink-muted">{store.detail}</span>
            </span>
            <span className="text-right">
              <Change metric="varianceToTarget" change={store.variance} />
              <span className="block text-xs whitespace-nowrap text-ink-muted">
                {formatMoneyWhole(store.netSales, currency)}
                {store.change === null ? ', new' : null}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
