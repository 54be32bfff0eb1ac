import { useRef } from 'react';
import { formatDay } from '#lib/figures.ts';
import type { Period } from '#lib/period.ts';
import { byDay, type SalesEvent } from '#lib/sales-events.ts';
import { type NotesRead, placeInWords, type SalesNote } from '#lib/sales-note.ts';
import { NoteForm } from './note-form.tsx';
import { type NotesView, useNoteDeeds } from './use-notes.ts';

const MARKS = { promotion: '▲', holiday: '◆' } as const;

interface EventListProps {
  readonly events: readonly SalesEvent[];
  /** The promotions cannot be read. */
  readonly lacksPromotions: boolean;
  readonly read: NotesRead;
  /** The notes cannot be read. */
  readonly isAway: boolean;
  readonly view: NotesView;
  readonly period: Period;
}

/** What the days of a chart are read with, by day, and where more is written down. */
export function EventList({ events, lacksPromotions, read, isAway, view, period }: EventListProps) {
  const deeds = useNoteDeeds(view);
  const summary = useRef<HTMLElement>(null);
  const names = new Map(view.storeNames);
  const lines = [
    ...events.map((event) => ({ day: event.day, event, note: null })),
    ...read.notes.map((note) => ({ day: note.day, event: null, note })),
  ].sort(byDay);
  const withdraw = async ({ id }: SalesNote) => {
    // The button that was pressed is gone: the keyboard goes on from the list.
    if (await deeds.send({ action: 'withdraw', id })) summary.current?.focus();
  };
  return (
    <details data-events className="text-sm">
      <summary
        ref={summary}
        className="w-fit cursor-pointer text-ink-muted hover:text-ink pointer-coarse:py-3"
      >
        {`${countInWords(lines.length)} on these days${view.places.length > 0 ? ' · Add a note' : ''}`}
      </summary>
      {isAway ? (
        <p role="status" className="mt-2 text-warn">
          What people wrote about these days cannot be read right now.
        </p>
      ) : null}
      {lacksPromotions ? (
        <p role="status" className="mt-2 text-warn">
          The promotions of these days cannot be read right now.
        </p>
      ) : null}
      {read.truncated ? <p className="mt-2 text-ink-muted">Of the notes only the latest are shown.</p> : null}
      {lines.length === 0 && !isAway && !lacksPromotions ? (
        <p className="mt-2 text-ink-muted">No holiday, no promotion, and nobody wrote anything.</p>
      ) : null}
      <ul className="mt-2 space-y-1">
        {lines.map(({ day, event, note }) => (
          <li
            key={note?.id ?? `${event?.kind} ${day} ${event?.words}`}
            data-note={note?.id}
            className="flex flex-wrap gap-x-3 sm:flex-nowrap"
          >
            <span className="w-24 shrink-0 text-ink-muted">{formatDay(day)}</span>
            {note ? (
              <NoteLine note={note} place={placeInWords(note, names)}>
                {note.isOwn && view.places.length > 0 ? (
                  <button
                    type="button"
                    disabled={deeds.busy}
                    aria-label={`Withdraw your note of ${formatDay(day)}`}
                    onClick={() => withdraw(note)}
                    className="ml-2 font-medium text-accent hover:underline print:hidden pointer-coarse:min-h-11 pointer-coarse:px-3"
                  >
                    Withdraw
                  </button>
                ) : null}
              </NoteLine>
            ) : (
              <span>
                <span aria-hidden="true">{event ? MARKS[event.kind as keyof typeof MARKS] : ''}</span>{' '}
                {event?.words}
              </span>
            )}
          </li>
        ))}
      </ul>
      {view.places.length > 0 ? <NoteForm places={view.places} period={period} deeds={deeds} /> : null}
    </details>
  );
}

interface NoteLineProps {
  readonly note: SalesNote;
  readonly place: string;
  readonly children: React.ReactNode;
}

function NoteLine({ note: { account, text }, place, children }: NoteLineProps) {
  return (
    <span className="min-w-0 break-words">
      <span aria-hidden="true" className="text-accent">
        ●
      </span>{' '}
      <span>{text}</span> <span className="text-ink-muted">{`${account}, ${place}`}</span>
      {children}
    </span>
  );
}

function countInWords(count: number): string {
  if (count === 0) return 'No events';
  return count === 1 ? '1 event' : `${count} events`;
}
