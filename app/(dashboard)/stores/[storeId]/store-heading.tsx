import Link from 'next/link';
import { formatCount, formatDay } from '#lib/figures.ts';
import { PAGES } from '#lib/roles.ts';
import { listStores, type Store } from '#server/synapse/stores/list-stores.ts';
import { Asked } from '../../asked.tsx';
import { requireStore } from '../store-scope.ts';

/** Which store this is, and what has happened to it. */
export async function StoreHeading({ storeId }: { storeId: string }) {
  const { scope } = await requireStore(storeId);
  return (
    <Asked ask={() => listStores({}, scope)}>
      {({ rows: [store] }) => (
        <div className="mb-4 min-h-[4.75rem]">
          <p className="text-sm text-ink-muted">
            <Link href={PAGES.stores.path} className="underline-offset-4 hover:underline">
              {PAGES.stores.title}
            </Link>
            {` / ${storeId}`}
          </p>
          <h1 className="text-2xl font-semibold tracking-tight">{store?.storeName ?? storeId}</h1>
          {store ? <p className="text-sm text-ink-muted">{about(store)}</p> : null}
        </div>
      )}
    </Asked>
  );
}

function about({ format, region, sellingAreaM2, openedOn, closedOn, remodelFrom, remodelTo }: Store): string {
  return [
    format,
    region,
    sellingAreaM2 === null ? '' : `${formatCount(sellingAreaM2)} m²`,
    openedOn === null ? '' : `open since ${formatDay(openedOn)}`,
    remodelFrom && remodelTo ? `remodelled ${formatDay(remodelFrom)} to ${formatDay(remodelTo)}` : '',
    closedOn === null ? '' : `closed on ${formatDay(closedOn)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
