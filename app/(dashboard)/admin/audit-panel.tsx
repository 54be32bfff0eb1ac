import { AuditFilterForm } from '#components/controls/audit-filter-form.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { AuditTable } from '#components/table/audit-table.tsx';
import { chooseAuditFilter } from '#lib/audit.ts';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { auditLedger } from '#server/ledger/record-deed.ts';
import { Asked } from '../asked.tsx';

/** Who did what, newest first. */
export async function AuditPanel({ search }: { search: SearchParams }) {
  await requirePage('admin');
  const filter = chooseAuditFilter(search);
  return (
    <Panel title="Audit" subtitle="Sign-ins, sign-outs, refusals and blocks, newest first. Times are UTC.">
      <AuditFilterForm path={PAGES.admin.path} filter={filter} />
      <Asked ask={async () => ({ ...(await auditLedger().list(filter)), stale: null })}>
        {({ records, truncated }) =>
          records.length === 0 ? (
            <PanelEmpty>Nothing was written down that fits these choices.</PanelEmpty>
          ) : (
            <>
              <AuditTable records={records} />
              {truncated ? (
                <p className="mt-3 text-sm text-ink-muted">
                  The first {records.length} are shown. Choose a day or a person to see older ones.
                </p>
              ) : null}
            </>
          )
        }
      </Asked>
    </Panel>
  );
}
