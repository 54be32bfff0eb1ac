import Form from 'next/form';
import Link from 'next/link';
import { PERIOD_PRESETS, type Period, type PeriodPreset } from '#lib/period.ts';

interface PeriodControlProps {
  readonly path: string;
  readonly period: Period;
  readonly preset: PeriodPreset | null;
  readonly held: Period;
}

const FIELD = 'h-10 rounded-lg border border-line-strong bg-surface px-2.5 text-sm';

/** The period lives in the address: every choice is a link or a plain form, so it works before any script has loaded. */
export function PeriodControl({ path, period, preset, held }: PeriodControlProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <nav aria-label="Period" className="flex rounded-lg border border-line bg-surface-sunken p-0.5">
        {(Object.keys(PERIOD_PRESETS) as PeriodPreset[]).map((name) => (
          <Link
            key={name}
            href={`${path}?period=${name}`}
            aria-current={name === preset ? 'true' : undefined}
            className="grid h-9 place-items-center rounded-md px-3 text-sm font-medium text-ink-muted hover:text-ink aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:shadow-sm"
          >
            {PERIOD_PRESETS[name].title}
          </Link>
        ))}
      </nav>
      <Form
        action={path}
        key={`${period.from}${period.to}`}
        className="flex flex-wrap items-center gap-2 text-sm"
      >
        <label className="sr-only" htmlFor="from">
          First day
        </label>
        <input
          id="from"
          name="from"
          type="date"
          required
          defaultValue={period.from}
          min={held.from}
          max={held.to}
          className={FIELD}
        />
        <span aria-hidden="true">–</span>
        <label className="sr-only" htmlFor="to">
          Last day
        </label>
        <input
          id="to"
          name="to"
          type="date"
          required
          defaultValue={period.to}
          min={held.from}
          max={held.to}
          className={FIELD}
        />
        <button
          type="submit"
          className="h-10 rounded-lg border border-line-strong bg-surface px-3.5 font-medium hover:bg-surface-sunken"
        >
          Show
        </button>
      </Form>
    </div>
  );
}
