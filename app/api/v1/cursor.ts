import { QueryRefusedError } from './query.ts';

/** Where a list goes on: so many rows of a build. What another build holds is another list. */
export interface Cursor {
  readonly buildId: string;
  readonly offset: number;
}

export class CursorExpiredError extends Error {
  readonly code = 'CURSOR_EXPIRED';
  constructor() {
    super('The figures have been built anew since; begin again without a cursor.');
    this.name = 'CursorExpiredError';
  }
}

export function writeCursor({ buildId, offset }: Cursor): string {
  return Buffer.from(JSON.stringify([offset, buildId])).toString('base64url');
}

/**
 * The offset of a cursor, 0 without one.
 * @throws QueryRefusedError where it is none of ours, CursorExpiredError where it is of another build
 */
export function readCursor(text: string | undefined, buildId: string): number {
  if (text === undefined) return 0;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw new QueryRefusedError(['cursor']);
  }
  const [offset, of] = Array.isArray(read) ? (read as unknown[]) : [];
  if (!Number.isSafeInteger(offset) || (offset as number) < 0) throw new QueryRefusedError(['cursor']);
  if (of !== buildId) throw new CursorExpiredError();
  return offset as number;
}
