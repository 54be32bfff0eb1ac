import type { BusinessDate } from './business-date.ts';
import { type ScopeOfStores, scopeCovers } from './scope.ts';

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

/** Without what is not theirs: the author's id, and stores that the reader does not see. */
export function noteAsRead(
  { personId, storeIds, ...note }: KeptNote,
  reader: { readonly personId: string; readonly scope: ScopeOfStores },
): SalesNote {
  const theirs = storeIds?.filter((storeId) => scopeCovers(reader.scope, storeId)) ?? null;
  return { ...note, storeIds: theirs, isOwn: personId === reader.personId };
}
