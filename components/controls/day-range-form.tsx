import Form from 'next/form';
import { choicesBut } from '#lib/address.ts';
import type { Period, SearchParams } from '#lib/period.ts';

interface DayRangeFormProps {
  readonly path: string;
  readonly search: SearchParams;
  readonly period: Period;
  readonly held: Period;
}

/** Any range of days, by the browser's own date fields; the answer is an address like any other. */
export function DayRangeForm({ path, search, period, held }: DayRangeFormProps) {
  return (
    <Form
      action={path}
      key={`${period.from}${period.to}`}
      className="flex flex-wrap items-center gap-2 text-sm"
    >
      <DayField name="from" label="First day" day={period.from} held={held} />
      <span aria-hidden="true">–</span>
      <DayField name="to" label="Last day" day={period.to} held={held} />
      {choicesBut(search, ['period', 'from', 'to']).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className="h-10 rounded-lg border border-line-strong bg-surface px-3.5 font-medium hover:bg-surface-sunken"
      >
        Show
      </button>
    </Form>
  );
}

function DayField({ name, label, day, held }: { name: string; label: string; day: string; held: Period }) {
  return (
    <input
      name={name}
      aria-label={label}
      type="date"
      required
      defaultValue={day}
      min={held.from}
      max={held.to}
      className="h-10 rounded-lg border border-line-strong bg-surface px-2.5 text-sm"
    />
  );
}
