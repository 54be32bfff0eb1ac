import Link from 'next/link';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { ShelfTable } from '#components/table/shelf-table.tsx';
import { addressWith } from '#lib/address.ts';
import { formatDay } from '#lib/figures.ts';
import { PAGES } from '#lib/roles.ts';
import { listShelfGaps } from '#server/synapse/stores/list-shelf-gaps.ts';
import { Asked } from '../../asked.tsx';
import { type StoresView, storesExport } from '../../compared-stores.ts';
import { requireStore } from '../store-scope.ts';
import { MOST_GAPS } from './most-gaps.ts';

/** What the store ranges and has none of by the record, what sold best first. */
export async function ShelfPanel({ view, storeId }: { view: StoresView; storeId: string }) {
  const { scope } = await requireStore(storeId);
  const { lake } = view;
  return (
    <Panel
      className="mt-4"
      title="Empty shelves"
      action={
        <span className="flex shrink-0 items-center gap-1">
          <Link
            href={addressWith(PAGES.inventory.path, { store: storeId })}
            className="rounded-md px-2 py-1 text-sm text-accent underline-offset-4 hover:underline pointer-coarse:py-3"
          >
            All stock
          </Link>
          <ExportLink href={storesExport('empty-shelves', view, { store: storeId })} table="empty shelves" />
        </span>
      }
      subtitle={`By the stock record at the close of ${formatDay(lake.lastClosedDate)}; what sold best in the four weeks before comes first`}
    >
      <Asked ask={() => listShelfGaps({ top: MOST_GAPS }, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Every ranged product has a unit on hand, or no stock is recorded here.</PanelEmpty>
          ) : (
            <ShelfTable gaps={rows} most={MOST_GAPS} />
          )
        }
      </Asked>
    </Panel>
  );
}
