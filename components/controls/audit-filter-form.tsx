import Form from 'next/form';
import type { ReactNode } from 'react';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES, type AuditFilter } from '#lib/audit.ts';

const FIELD = 'mt-1 block h-10 w-full rounded-lg border border-line-strong bg-surface px-2.5 text-ink';

/** The choices live in the address, so that what was found can be shown to somebody else. */
export function AuditFilterForm({ path, filter }: { path: string; filter: AuditFilter }) {
  return (
    <Form
      action={path}
      key={JSON.stringify(filter)}
      className="mb-4 grid grid-cols-2 items-end gap-3 text-sm text-ink-muted md:grid-cols-[2fr_1fr_1fr_1fr_auto]"
    >
      <label>
        Person
        <input
          name="person"
          defaultValue={filter.person}
          placeholder="part of an account"
          className={FIELD}
        />
      </label>
      <Choice title="Action" name="action" chosen={filter.action} choices={AUDIT_ACTIONS} />
      <Choice title="Outcome" name="outcome" chosen={filter.outcome} choices={AUDIT_OUTCOMES} />
      <label>
        Day (UTC)
        <input name="day" type="date" defaultValue={filter.day} className={FIELD} />
      </label>
      <button
        type="submit"
        className="h-10 rounded-lg border border-line-strong bg-surface px-3.5 font-medium text-ink hover:bg-surface-sunken"
      >
        Show
      </button>
    </Form>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly name: string;
  readonly chosen: string | undefined;
  readonly choices: Readonly<Record<string, string>>;
}

function Choice({ title, name, chosen, choices }: ChoiceProps): ReactNode {
  return (
    <label>
      {title}
      <select name={name} defaultValue={chosen ?? ''} className={FIELD}>
        <option value="">Any</option>
        {Object.entries(choices).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
