import { AUDIT_ACTIONS, AUDIT_OUTCOMES, type AuditRecord } from '#lib/audit.ts';
import { ScrollRegion } from './scroll-region.tsx';

const HEADINGS = ['Time', 'Person', 'What', 'Scope', 'From', 'Outcome'];

/** What was written down, one deed to a row. On a narrow screen it scrolls within its own panel. */
export function AuditTable({ records }: { records: readonly AuditRecord[] }) {
  return (
    <ScrollRegion label="Audit records">
      <table className="w-full text-sm">
        <caption className="sr-only">Audit records, newest first</caption>
        <thead className="text-left text-ink-muted">
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col" className="pr-4 pb-2 font-medium">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records have no key of their own and never move
            <tr key={at} className="border-t border-line align-top" data-outcome={record.outcome}>
              <td className="py-2 pr-4 whitespace-nowrap">{record.at.slice(0, 19).replace('T', ' ')}</td>
              <td className="py-2 pr-4">{record.account || 'not known'}</td>
              <td className="py-2 pr-4">
                {AUDIT_ACTIONS[record.action]}
                <span className="block text-ink-muted">{record.subject}</span>
              </td>
              <td className="py-2 pr-4 break-words text-ink-muted">{scopeInWords(record.scope)}</td>
              <td className="py-2 pr-4 whitespace-nowrap text-ink-muted">{record.from}</td>
              <td className="py-2">
                {AUDIT_OUTCOMES[record.outcome]}
                {record.code ? <span className="block text-xs text-ink-muted">{record.code}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function scopeInWords(scope: string): string {
  return scope === 'all' ? 'all stores' : scope.replace(/^stores:/, '').replaceAll(/["[\]]/g, '');
}
