import type { BusinessDate } from './business-date.ts';
import { ROLE_REACH, type Role } from './roles.ts';
import { type ScopeOfStores, scopeCovers, scopeKey } from './scope.ts';

/** UTF-16 units, as a field of the browser counts them. */
export const LONGEST_NOTE = 280;
/** One person may have so many standing on one day: enough to say, too few to drown the others. */
export const MOST_NOTES_OF_A_DAY = 10;

/** What somebody wrote about a business day, as it is kept. */
export interface KeptNote {
  readonly id: string;
  readonly day: BusinessDate;
  /** The stores it is about; null for the whole chain. */
  readonly storeIds: readonly string[] | null;
  readonly text: string;
  readonly personId: string;
  readonly account: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The same, as one who may read it reads it. */
export interface SalesNote extends Omit<KeptNote, 'personId'> {
  /** They wrote it, so they may withdraw it. */
  readonly isOwn: boolean;
}

/** More than anybody reads at once; what is given up is the earliest. */
const MOST_NOTES_READ = 200;

/** The notes of some days for one who reads them. */
export interface NotesRead {
  /** By day. */
  readonly notes: readonly SalesNote[];
  /** There are more, of earlier days. */
  readonly truncated: boolean;
}

/** What somebody sends about notes. */
export type NoteDeed =
  | {
      readonly action: 'write';
      readonly day: BusinessDate;
      readonly storeId: string | null;
      readonly text: string;
    }
  | { readonly action: 'withdraw'; readonly id: string };

/** What a note may be about: a store, or with null everything its author sees. */
export interface NotePlace {
  readonly storeId: string | null;
  readonly words: string;
}

/** A note of the chain is for everybody, any other for those who see one of its stores. */
export function isReadBy({ storeIds }: Pick<KeptNote, 'storeIds'>, scope: ScopeOfStores): boolean {
  return storeIds === null || storeIds.some((storeId) => scopeCovers(scope, storeId));
}

interface NoteReader {
  readonly personId: string;
  /** All they see: other stores are not named. */
  readonly scope: ScopeOfStores;
  /** Where they look; no wider than that. */
  readonly picked: ScopeOfStores;
}

/** The notes that somebody may read where they look, without what is not theirs: ids of people, and other stores. */
export function notesFor(kept: readonly KeptNote[], { personId, scope, picked }: NoteReader): NotesRead {
  const read = kept.filter((note) => isReadBy(note, picked));
  const notes = read.slice(-MOST_NOTES_READ).map(({ personId: author, storeIds, ...note }) => {
    const theirs = storeIds?.filter((storeId) => scopeCovers(scope, storeId)) ?? null;
    return { ...note, storeIds: theirs, isOwn: author === personId };
  });
  return { notes, truncated: read.length > MOST_NOTES_READ };
}

/**
 * What somebody may write about where they look, likeliest first: a manager one of their stores, everybody else all
 * they see or a store they have picked. @param names of stores, by id
 */
export function notePlaces(
  { role, scope, picked }: { readonly role: Role } & Omit<NoteReader, 'personId'>,
  names: ReadonlyMap<string, string>,
): NotePlace[] {
  const named = ({ storeIds }: { readonly storeIds: readonly string[] }) =>
    storeIds.map((storeId) => ({ storeId, words: names.get(storeId) ?? storeId }));
  if (scope.kind === 'stores' && ROLE_REACH[role] === 'stores')
    return named(picked.kind === 'stores' ? picked : scope);
  const narrowed = picked.kind === 'stores' && scopeKey(picked) !== scopeKey(scope) ? named(picked) : [];
  const words = scope.kind === 'all' ? 'The whole chain' : 'All your stores';
  return [...narrowed, { storeId: null, words }];
}

/** `The whole chain`, a store by its name, `5 stores`. */
export function placeInWords(
  { storeIds }: Pick<SalesNote, 'storeIds'>,
  names: ReadonlyMap<string, string>,
): string {
  if (storeIds === null) return 'The whole chain';
  const [first = '', ...others] = storeIds;
  return others.length > 0 ? `${storeIds.length} stores` : (names.get(first) ?? first);
}
