import { QueryRefusedError } from './query.ts';

/** Where a list goes on, within a build: after so many rows, or after a place. What another build holds is another list. */
export interface Cursor {
  readonly buildId: string;
  readonly offset: number;
  /** Of a list that is asked for by place; the offset is 0 then. */
  readonly after?: string;
}

export class CursorExpiredError extends Error {
  readonly code = 'CURSOR_EXPIRED';
  constructor() {
    super('The figures have been built anew since; begin again without a cursor.');
    this.name = 'CursorExpiredError';
  }
}

export function writeCursor({ buildId, offset, after }: Cursor): string {
  const parts = after === undefined ? [offset, buildId] : [offset, buildId, after];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * Where a cursor goes on; at the beginning without one.
 * @throws QueryRefusedError where it is none of ours, CursorExpiredError where it is of another build
 */
export function readCursor(text: string | undefined, buildId: string): Cursor {
  if (text === undefined) return { buildId, offset: 0 };
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw new QueryRefusedError(['cursor']);
  }
  const [offset, of, after] = Array.isArray(read) ? (read as unknown[]) : [];
  const isOurs =
    Number.isSafeInteger(offset) &&
    (offset as number) >= 0 &&
    (after === undefined || typeof after === 'string');
  if (!isOurs) throw new QueryRefusedError(['cursor']);
  if (of !== buildId) throw new CursorExpiredError();
  return { buildId, offset: offset as number, ...(after !== undefined && { after: after as string }) };
}
