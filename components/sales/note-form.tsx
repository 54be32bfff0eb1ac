import { type FormEvent, useId, useState } from 'react';
import { isBusinessDate } from '#lib/business-date.ts';
import { formatDay } from '#lib/figures.ts';
import type { Period } from '#lib/period.ts';
import { LONGEST_NOTE, type NotePlace } from '#lib/sales-note.ts';
import type { NoteDeeds } from './use-notes.ts';

const FIELD =
  'h-10 min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 text-sm aria-invalid:border-bad pointer-coarse:h-11';
const LABEL = 'flex min-w-0 flex-col gap-1 text-xs text-ink-muted';

interface NoteFormProps {
  readonly places: readonly NotePlace[];
  /** The days that may be chosen. */
  readonly period: Period;
  readonly deeds: NoteDeeds;
}

/** Why a day was as it was, in a line. */
export function NoteForm({ places, period, deeds }: NoteFormProps) {
  const { send, busy, said, problem } = deeds;
  const problems = useId();
  const [missing, setMissing] = useState<{ readonly field: 'day' | 'text'; readonly words: string } | null>(
    null,
  );
  const write = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const sent = new FormData(form);
    const [day, text] = [String(sent.get('day')), String(sent.get('text')).trim()];
    const place = places[Number(sent.get('place') ?? 0)];
    if (!isBusinessDate(day) || day < period.from || day > period.to) {
      const words = `Choose a day from ${formatDay(period.from)} to ${formatDay(period.to)}.`;
      return setMissing({ field: 'day', words });
    }
    if (text === '') return setMissing({ field: 'text', words: 'Write a few words first.' });
    setMissing(null);
    const isDone = await send({ action: 'write', day, storeId: place?.storeId ?? null, text });
    const field = form.elements.namedItem('text');
    if (isDone && field instanceof HTMLInputElement) field.value = '';
  };
  const stateOf = (field: 'day' | 'text') =>
    missing?.field === field ? { 'aria-invalid': true, 'aria-describedby': problems } : {};
  return (
    <form noValidate onSubmit={write} className="mt-3 print:hidden">
      <div className="flex flex-wrap items-end gap-2">
        <label className={LABEL}>
          Day of the note
          <input
            type="date"
            name="day"
            required
            key={period.to}
            defaultValue={period.to}
            min={period.from}
            max={period.to}
            className={`${FIELD} text-ink`}
            {...stateOf('day')}
          />
        </label>
        {places.length > 1 ? (
          <label className={LABEL}>
            About
            <select name="place" className={`${FIELD} max-w-60 text-ink`}>
              {places.map(({ storeId, words }, at) => (
                <option key={storeId ?? ''} value={at}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label className={`${LABEL} grow basis-64`}>
          {places.length === 1 ? `Note about ${places[0]?.words}` : 'Note'}
          <input
            type="text"
            name="text"
            required
            autoComplete="off"
            maxLength={LONGEST_NOTE}
            className={`${FIELD} w-full text-ink`}
            {...stateOf('text')}
          />
        </label>
        <button
          type="submit"
          disabled={busy}
          className="h-10 rounded-lg border border-line-strong bg-surface px-3.5 font-medium hover:bg-surface-sunken pointer-coarse:h-11"
        >
          Add
        </button>
      </div>
      <p id={problems} role="alert" className="mt-1 text-bad empty:hidden">
        {missing?.words ?? problem}
      </p>
      <p role="status" className="mt-1 text-ink-muted empty:hidden">
        {said}
      </p>
    </form>
  );
}
