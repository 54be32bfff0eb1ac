import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { knownAccess } from '#server/auth/access.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { auditLedger } from '#server/ledger/record-deed.ts';
import { Asked } from '../asked.tsx';

const BUTTON =
  'h-10 rounded-lg border border-line-strong bg-surface px-3.5 text-sm font-medium hover:bg-surface-sunken';

/** Who may not come in, whatever their token says. A change reaches open pages and streams within seconds. */
export async function BlockedPanel() {
  const { person: self } = await requirePage('admin');
  const ask = async () => {
    const { blocked } = await knownAccess();
    return { blocked: [...blocked], people: await auditLedger().people(), stale: null };
  };
  return (
    <Panel title="Blocked accounts" subtitle="Refused at once, whatever their role.">
      <Asked ask={ask}>
        {({ blocked, people }) => (
          <>
            {blocked.length === 0 ? (
              <PanelEmpty>Nobody is blocked.</PanelEmpty>
            ) : (
              <ul className="mb-4 divide-y divide-line">
                {blocked.map(([personId, { account, by, at }]) => (
                  <li key={personId} className="flex items-center justify-between gap-3 py-2.5 text-sm">
                    <span className="min-w-0">
                      <span className="block truncate font-medium">{account}</span>
                      <span className="block text-ink-muted">
                        by {by}, {at.slice(0, 10)}
                      </span>
                    </span>
                    <form method="post" action="/api/access/block">
                      <input type="hidden" name="personId" value={personId} />
                      <button type="submit" name="lift" value="yes" className={BUTTON}>
                        Lift<span className="sr-only"> the block of {account}</span>
                      </button>
                    </form>
                  </li>
                ))}
              </ul>
            )}
            <form method="post" action="/api/access/block" className="flex flex-wrap items-end gap-2">
              <label className="min-w-0 flex-1 text-sm">
                <span className="text-ink-muted">Account</span>
                <select
                  name="personId"
                  required
                  className="mt-1 block h-10 w-full rounded-lg border border-line-strong bg-surface px-2.5"
                >
                  {people
                    .filter(({ personId }) => personId !== self.id)
                    .map(({ personId, account }) => (
                      <option key={personId} value={personId}>
                        {account}
                      </option>
                    ))}
                </select>
              </label>
              <button type="submit" className={BUTTON}>
                Block
              </button>
            </form>
          </>
        )}
      </Asked>
    </Panel>
  );
}
