import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { ImportTable } from '#components/table/import-table.tsx';
import { formatDay, formatInstant } from '#lib/figures.ts';
import { mayDo } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getImportReport } from '#server/synapse/lake/get-import-report.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';

/** How every row of the source was used, and that the parts add up to the whole. */
export async function ImportReportPanel() {
  const { role } = await requirePage('lake');
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => (
        <Panel
          title={lake.sourceName}
          subtitle={`${formatDay(lake.firstDate)} to ${formatDay(lake.lastClosedDate)}, loaded ${formatInstant(new Date(lake.loadedAt), lake.timeZone)}`}
          className="max-w-4xl"
          action={
            mayDo(role, 'export') ? (
              <ExportLink href="/api/export/import-report" table="import report" />
            ) : null
          }
        >
          <Asked ask={() => getImportReport({})} timeZone={lake.timeZone}>
            {({ rows }) =>
              rows.length === 0 ? (
                <PanelEmpty>Nothing was imported: the lake holds no rows.</PanelEmpty>
              ) : (
                <ImportTable outcomes={rows} currency={lake.currency} />
              )
            }
          </Asked>
        </Panel>
      )}
    </Asked>
  );
}
