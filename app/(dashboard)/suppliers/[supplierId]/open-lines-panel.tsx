import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { addressWith } from '#lib/address.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { SearchParams } from '#lib/period.ts';
import { OPEN_LINE_COLUMNS } from '#lib/supplier-scorecard.ts';
import { listOpenLines } from '#server/synapse/suppliers/list-open-lines.ts';
import { Asked } from '../../asked.tsx';
import { requirePlaceScope } from '../../place-scope.ts';

interface OpenLinesPanelProps {
  readonly lake: LakeStatus;
  readonly search: SearchParams;
  readonly supplierId: string;
}

export async function OpenLinesPanel({ lake, search, supplierId }: OpenLinesPanelProps) {
  const { scope } = await requirePlaceScope('suppliers', search);
  return (
    <Panel
      className="mt-4"
      title="Open lines"
      subtitle="Of which more is expected, the longest overdue first"
      action={
        <ExportLink
          href={addressWith('/api/export/open-order-lines', search, { supplier: supplierId })}
          table="open lines"
        />
      }
    >
      <Asked ask={() => listOpenLines({ supplierId }, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Everything that was ordered has come, or is no longer expected.</PanelEmpty>
          ) : (
            <DataTable
              id="open"
              caption="Open order lines"
              rowId="line"
              columns={OPEN_LINE_COLUMNS}
              rows={rows}
              currency={lake.currency}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
