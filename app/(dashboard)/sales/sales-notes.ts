import type { NotesView } from '#components/sales/use-notes.ts';
import { addressWith } from '#lib/address.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import { PAGES } from '#lib/roles.ts';
import { notePlaces, notesFor } from '#lib/sales-note.ts';
import { scopeKey } from '#lib/scope.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { noteLedger } from '#server/ledger/open-note-ledger.ts';
import { listStoreNames } from '#server/synapse/stores/list-store-names.ts';
import { requireSalesScope } from './sales-scope.ts';
import type { SalesView } from './sales-view.ts';

/** What people wrote about the days of a view. In a frame it is read alone: what writes must be seen whole. */
export async function salesNotes({ path, search, period }: SalesView): Promise<NotesView> {
  const { person, role, scope } = await requirePage('sales');
  const picked = await requireSalesScope(search);
  // Notes explain the figures; without them, or without the names of stores, the figures still stand.
  const [kept, stores] = await Promise.all([
    noteLedger()
      .list(period)
      .catch(() => null),
    listStoreNames({}, scope).catch(() => ({ rows: [] })),
  ]);
  const names = new Map(stores.rows.map(({ storeId, storeName }) => [storeId, storeName]));
  const initial = kept && notesFor(kept, { personId: person.id, scope, picked });
  const places = path === PAGES.sales.path ? notePlaces({ role, scope, picked }, names) : [];
  const named = new Set([
    ...(initial?.notes.flatMap(({ storeIds }) => storeIds ?? []) ?? []),
    ...places.flatMap(({ storeId }) => storeId ?? []),
  ]);
  const { stores: store, regions: region } = choosePlaces(search);
  return {
    initial,
    address: addressWith('/api/v1/notes', {}, { ...period, store, region }),
    audience: `${person.id} ${scopeKey(scope)} ${Date.now()}`,
    places,
    storeNames: [...names].filter(([storeId]) => named.has(storeId)),
  };
}
