import { ChannelControl } from '#components/controls/channel-control.tsx';
import { PeriodControl } from '#components/controls/period-control.tsx';
import { Picked } from '#components/controls/picked.tsx';
import { PlaceControl } from '#components/controls/place-control.tsx';
import { formatPeriod } from '#lib/figures.ts';
import { daysIn } from '#lib/period.ts';
import { choosePlaces, isEverywhere, placesInWords } from '#lib/place-choice.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listStoreNames } from '#server/synapse/stores/list-store-names.ts';
import { addressOf, type SalesView } from './sales-view.ts';

/** Which days, stores, channel and category the page is of, and the way to others. */
export async function SalesHeading({ view }: { view: SalesView }) {
  const { scope } = await requirePage('sales');
  const { path, search, chosen, held, period, comparison, narrowing } = view;
  const places = choosePlaces(search);
  // Without the list of stores the page still stands; what is picked already is in the address.
  const stores = await listStoreNames({}, scope).catch(() => ({ rows: [] }));
  return (
    <div className="mt-8 mb-4 space-y-3">
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-2xl font-semibold tracking-tight">{formatPeriod(period)}</h2>
          {isEverywhere(places) ? null : (
            <Picked
              label={placesInWords(places)}
              withoutHref={addressOf(view, { store: null, region: null })}
              without="Show all stores"
            />
          )}
          {narrowing.category === null ? null : (
            <Picked
              label={narrowing.category}
              withoutHref={addressOf(view, { category: null })}
              without="Show all categories"
            />
          )}
        </div>
        <p className="text-sm text-ink-muted">
          {daysIn(period)} closed days{comparison.isFair ? ', ' : '. '}
          {comparison.words}
          {chosen.notice ? <span className="block text-warn">{chosen.notice}</span> : null}
        </p>
      </div>
      <div className="print:hidden">
        <PeriodControl path={path} search={search} chosen={chosen} basis={comparison.basis} held={held} />
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
          <PlaceControl path={path} search={search} stores={stores.rows} />
          <ChannelControl path={path} search={search} />
        </div>
      </div>
    </div>
  );
}
