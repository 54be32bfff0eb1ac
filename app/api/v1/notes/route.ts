import { randomUUID } from 'node:crypto';
import { readSearch } from '#lib/address.ts';
import { businessDate } from '#lib/business-date.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import { PAGES } from '#lib/roles.ts';
import { type KeptNote, notesFor } from '#lib/sales-note.ts';
import { scopeKey } from '#lib/scope.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { requirePlaces, requireRole, requireStores } from '#server/auth/require-role.ts';
import { requireOwnSite, requireSameOrigin } from '#server/auth/same-origin.ts';
import { noteLedger } from '#server/ledger/open-note-ledger.ts';
import { noteDeed, recordDeed } from '#server/ledger/record-deed.ts';
import { readBodyAs } from '../body.ts';
import { NothingThereError } from '../list-response.ts';
import { problem, problemResponse } from '../problem.ts';
import { NOTES_QUERY, QueryRefusedError, readQuery } from '../query.ts';
import { NOTE_BODY } from './note-body.ts';
import { requireHeldDay, storesOfNote } from './note-place.ts';
import { NOTES_ANSWER } from './notes-answer.ts';

export const dynamic = 'force-dynamic';

const NO_STORE = { 'cache-control': 'no-store' };

/** The notes of some days about the stores that are one's own, or those picked, with the notes of the chain. */
export async function GET(request: Request): Promise<Response> {
  try {
    const authority = await requireRole(...PAGES.sales.roles);
    requireOwnSite(request);
    const search = readSearch(new URL(request.url).searchParams);
    const { from, to } = readQuery(NOTES_QUERY, search);
    if (from > to) throw new QueryRefusedError(['from', 'to']);
    const picked = await requirePlaces(authority, choosePlaces(search));
    const kept = await noteLedger().list({ from: businessDate(from), to: businessDate(to) });
    const reader = { personId: authority.person.id, scope: authority.scope, picked };
    return Response.json(NOTES_ANSWER.parse(notesFor(kept, reader)), { headers: NO_STORE });
  } catch (error) {
    return problemResponse(error);
  }
}

/** Writes a note about one's stores, or withdraws one's own. Either is in the audit before it is done. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const authority = await requireRole(...PAGES.sales.roles);
    const { person, scope } = authority;
    const sent = await readBodyAs(NOTE_BODY, request);
    const at = new Date().toISOString();
    const deed = (action: 'write-note' | 'withdraw-note', subject: string, code = '') => {
      const outcome = code === '' ? 'done' : 'refused';
      return deedOf(request.headers, person, { action, outcome, subject, code, scope: scopeKey(scope) });
    };
    if (sent.action === 'withdraw') {
      const note = await noteLedger().find(sent.id);
      // Another's note and one that there is not look alike.
      if (note?.personId !== person.id) {
        await noteDeed(deed('withdraw-note', sent.id, 'NOTHING_THERE'));
        throw new NothingThereError();
      }
      await recordDeed(deed('withdraw-note', subjectOf(note)));
      await noteLedger().withdraw(note, at);
      return new Response(null, { status: 204, headers: NO_STORE });
    }
    const { day, storeId, text } = sent;
    const asked = storeId === null ? scope : await requireStores(authority, [storeId]);
    const storeIds = await storesOfNote(authority, storeId, asked);
    await requireHeldDay(day);
    const who = { personId: person.id, account: person.account, at };
    const note = { id: randomUUID(), day, storeIds, text, ...who };
    await recordDeed(deed('write-note', subjectOf(note)));
    if (await noteLedger().write(note)) return new Response(null, { status: 204, headers: NO_STORE });
    await noteDeed(deed('write-note', subjectOf(note), 'ENOUGH_NOTES'));
    return problem(409, 'You have written enough notes about this day.', 'ENOUGH_NOTES');
  } catch (error) {
    return problemResponse(error);
  }
}

/** Which note, and not its words: those are in the ledger of notes. */
function subjectOf({ id, day, storeIds }: KeptNote): string {
  return `${id} on ${day} about ${storeIds?.join(', ') ?? 'the chain'}`;
}
