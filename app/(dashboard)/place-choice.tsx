import { Suspense } from 'react';
import { Picked } from '#components/controls/picked.tsx';
import { PlaceControl } from '#components/controls/place-control.tsx';
import { addressWith } from '#lib/address.ts';
import type { SearchParams } from '#lib/period.ts';
import { choosePlaces, isEverywhere, placesInWords } from '#lib/place-choice.ts';
import { PAGES, type PageName } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listStoreNames } from '#server/synapse/stores/list-store-names.ts';

interface PlaceChoiceProps {
  readonly page: PageName;
  readonly search: SearchParams;
  /** Where a choice leads: the page itself, or the same panels in a frame. */
  readonly path?: string;
  /** Choices that make no sense in other stores, and go with the stores. */
  readonly forgets?: readonly string[];
}

/** Which stores and regions a page is narrowed to, and the way to others; its place is kept until the stores are known. */
export function PlaceChoice({ page, search, path = PAGES[page].path, forgets = [] }: PlaceChoiceProps) {
  const places = choosePlaces(search);
  const gone = ['store', 'region', ...forgets].map((name) => [name, null] as const);
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-2 print:hidden pointer-coarse:min-h-11">
      {isEverywhere(places) ? null : (
        <Picked
          label={placesInWords(places)}
          withoutHref={addressWith(path, search, Object.fromEntries(gone))}
          without="Show all stores"
        />
      )}
      <Suspense fallback={null}>
        <Stores {...{ page, path, search }} />
      </Suspense>
    </div>
  );
}

async function Stores({ page, path, search }: Required<Omit<PlaceChoiceProps, 'forgets'>>) {
  const { scope } = await requirePage(page);
  // Without the list of stores the page still stands; what is picked already is in the address.
  const stores = await listStoreNames({}, scope).catch(() => ({ rows: [] }));
  return <PlaceControl path={path} search={search} stores={stores.rows} />;
}
