import { type FormEvent, useId } from 'react';
import type { Alert } from '#lib/alert.ts';
import { LONGEST_COMMENT, SNOOZE_MINUTES } from '#lib/alert-deed.ts';
import { formatTimeOfDay } from '#lib/figures.ts';
import { ALERT_BUTTON } from './alert-line.tsx';
import type { DoDeed } from './use-alerts.ts';

const SNOOZE_WORDS: Readonly<Record<number, string>> = {
  30: '30 minutes',
  120: '2 hours',
  480: '8 hours',
  1440: 'a day',
};
const FIELD =
  'min-h-9 min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-sm pointer-coarse:min-h-11';

interface AlertCareProps {
  readonly alert: Alert;
  readonly act: DoDeed;
  /** What the person signs in with. */
  readonly account: string;
  /** IANA zone in which times are written. */
  readonly timeZone: string;
}

/** Everything else that can be done about an alert: hand it to somebody, put it off, say something, call it noise. */
export function AlertCare({ alert, act, account, timeZone }: AlertCareProps) {
  const { id, comments, assignedTo, feedback } = alert;
  const field = useId();
  const said = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text !== '' && (await act(id, { action: 'comment', text }))) form.reset();
  };
  const assigned = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    await act(id, { action: 'assign', to: String(new FormData(event.currentTarget).get('to') ?? '') });
  };
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit cursor-pointer py-1 text-ink-muted hover:text-ink">
        {comments.length > 0 ? `More · ${comments.length} said` : 'More'}
      </summary>
      <div className="mt-2 grid gap-x-8 gap-y-4 rounded-lg bg-surface-sunken p-4 lg:grid-cols-2">
        <div className="min-w-0">
          <ol className="space-y-1.5">
            {comments.map(({ by, at, text }) => (
              <li key={`${at} ${by}`}>
                <span className="text-ink-muted">{`${formatTimeOfDay(new Date(at), timeZone)} ${by}: `}</span>
                <span className="break-words">{text}</span>
              </li>
            ))}
          </ol>
          <form onSubmit={said} className="mt-2 flex gap-2">
            <label className="sr-only" htmlFor={`${field}-text`}>
              Say something about it
            </label>
            <input
              id={`${field}-text`}
              name="text"
              maxLength={LONGEST_COMMENT}
              placeholder="Say something about it"
              className={`${FIELD} w-0 flex-1`}
            />
            <button type="submit" className={ALERT_BUTTON}>
              Say it
            </button>
          </form>
        </div>
        <div className="min-w-0 space-y-3">
          <form onSubmit={assigned} className="flex flex-wrap gap-2">
            <label className="sr-only" htmlFor={`${field}-to`}>
              Account that looks into it
            </label>
            <input
              id={`${field}-to`}
              name="to"
              key={assignedTo ?? ''}
              defaultValue={assignedTo ?? account}
              className={`${FIELD} w-0 flex-1`}
            />
            <button type="submit" className={ALERT_BUTTON}>
              Assign
            </button>
          </form>
          <div className="flex flex-wrap gap-2">
            <label className="sr-only" htmlFor={`${field}-snooze`}>
              Put off for
            </label>
            <select
              id={`${field}-snooze`}
              className={FIELD}
              value=""
              onChange={({ target }) => act(id, { action: 'snooze', minutes: Number(target.value) })}
            >
              <option value="" disabled>
                Put off for …
              </option>
              {SNOOZE_MINUTES.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {SNOOZE_WORDS[minutes]}
                </option>
              ))}
            </select>
            {(['useful', 'noise'] as const).map((word) => (
              <button
                key={word}
                type="button"
                aria-pressed={feedback === word}
                className={`${ALERT_BUTTON} aria-pressed:border-accent aria-pressed:text-accent`}
                onClick={() => act(id, { action: 'rate', feedback: word })}
              >
                {word === 'useful' ? 'Useful' : 'Noise'}
              </button>
            ))}
          </div>
        </div>
      </div>
    </details>
  );
}
