import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NoteDeed, NotePlace, NotesRead } from '#lib/sales-note.ts';

/** The notes of a page of sales as they came with it, and how more are had. */
export interface NotesView {
  /** Null where they could not be read. */
  readonly initial: NotesRead | null;
  /** Where the same are asked for again. */
  readonly address: string;
  /** Whom they are for and when they were read: none are shown to another, nor older ones after newer ones. */
  readonly audience: string;
  /** What may be written about; empty where nothing may. */
  readonly places: readonly NotePlace[];
  /** Names of the stores that the notes and places name, by id. */
  readonly storeNames: readonly (readonly [storeId: string, storeName: string])[];
}

const keyOf = ({ audience, address }: NotesView) => ['notes', audience, address];

export function useNotes(view: NotesView): { readonly read: NotesRead; readonly isAway: boolean } {
  const { data, isError } = useQuery({
    queryKey: keyOf(view),
    queryFn: async () => {
      const response = await fetch(view.address, { cache: 'no-store' });
      if (!response.ok) throw new Error(`notes: ${response.status}`);
      return (await response.json()) as NotesRead;
    },
    retry: false,
    ...(view.initial && { initialData: view.initial }),
  });
  return { read: data ?? { notes: [], truncated: false }, isAway: isError || !data };
}

export interface NoteDeeds {
  /** True once it is done, and the notes have been read again. */
  readonly send: (deed: NoteDeed) => Promise<boolean>;
  readonly busy: boolean;
  /** What came of the last one, for everybody to read and hear. */
  readonly said: string;
  readonly problem: string;
}

/** Writes and withdraws notes. */
export function useNoteDeeds(view: NotesView): NoteDeeds {
  const client = useQueryClient();
  const [state, setState] = useState({ busy: false, said: '', problem: '' });
  const send = async (deed: NoteDeed) => {
    setState({ busy: true, said: '', problem: '' });
    const response = await fetch('/api/v1/notes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(deed),
    }).catch(() => null);
    // 404: it was withdrawn in another window.
    const isDone = response?.ok || (deed.action === 'withdraw' && response?.status === 404);
    const problem = isDone ? '' : await problemOf(response);
    if (isDone) await client.invalidateQueries({ queryKey: keyOf(view) });
    const done = deed.action === 'write' ? 'Your note was added.' : 'Your note was withdrawn.';
    setState({ busy: false, said: isDone ? done : '', problem });
    return isDone;
  };
  return { send, ...state };
}

/** The sentence of a problem, as the API writes it. */
async function problemOf(response: Response | null): Promise<string> {
  const { title } = ((await response?.json().catch(() => null)) ?? {}) as { title?: string };
  return `${title ?? 'Retail Pulse does not answer.'} Nothing was changed.`;
}
