import WritableTrackingBuffer from 'tedious/lib/tracking-buffer/writable-tracking-buffer.js';
import type { SqlError } from './sql-errors.ts';

const SELECT = 0xc1;
const STATUS = { more: 0x01, error: 0x02, count: 0x10, attention: 0x20 } as const;

/** Bits of a DONE token; `rows` says how many the statement gave. */
export interface Done {
  readonly kind?: 'batch' | 'in-procedure' | 'procedure';
  readonly more?: boolean;
  readonly failed?: boolean;
  readonly attention?: boolean;
  readonly rows?: number;
}

const DONE_TOKEN = { batch: 0xfd, procedure: 0xfe, 'in-procedure': 0xff } as const;

export function doneToken({ kind = 'batch', more, failed, attention, rows }: Done): Buffer {
  const token = Buffer.alloc(13);
  token.writeUInt8(DONE_TOKEN[kind], 0);
  token.writeUInt16LE(
    (more ? STATUS.more : 0) |
      (failed ? STATUS.error : 0) |
      (attention ? STATUS.attention : 0) |
      (rows === undefined ? 0 : STATUS.count),
    1,
  );
  token.writeUInt16LE(rows === undefined ? 0 : SELECT, 3);
  token.writeBigUInt64LE(BigInt(rows ?? 0), 5);
  return token;
}

/** What a stored procedure returned: `sp_executesql` gives 0, or the number of the error. */
export function returnStatusToken(status: number): Buffer {
  const token = Buffer.alloc(5);
  token.writeUInt8(0x79, 0);
  token.writeInt32LE(status, 1);
  return token;
}

export function errorToken(error: SqlError, server: string): Buffer {
  return messageToken(0xaa, error, server);
}

/** What the server says and is no error. */
export function infoToken(message: string, server: string): Buffer {
  return messageToken(0xab, { number: 0, severity: 0, message }, server);
}

function messageToken(
  token: number,
  { number, severity, message }: Pick<SqlError, 'number' | 'severity' | 'message'>,
  server: string,
): Buffer {
  return sized(token, (body) => {
    body.writeUInt32LE(number);
    body.writeUInt8(1);
    body.writeUInt8(severity);
    body.writeUsVarchar(message.slice(0, 2000), 'ucs2');
    body.writeBVarchar(server, 'ucs2');
    body.writeBVarchar('', 'ucs2');
    body.writeUInt32LE(1);
  });
}

/** A change of the session that the client keeps in mind. */
export function environmentToken(change: 'database' | 'packet-size', now: string, before: string): Buffer {
  return sized(0xe3, (body) => {
    body.writeUInt8(change === 'database' ? 1 : 4);
    body.writeBVarchar(now, 'ucs2');
    body.writeBVarchar(before, 'ucs2');
  });
}

/** Latin1_General_100_BIN2_UTF8: text compares by code point and travels as UTF-8, as Synapse recommends. */
export const COLLATION = Buffer.from([0x09, 0x04, 0x00, 0x26, 0x00]);

export function collationToken(): Buffer {
  return sized(0xe3, (body) => {
    body.writeUInt8(7);
    body.writeUInt8(COLLATION.length);
    body.writeBuffer(COLLATION);
    body.writeUInt8(0);
  });
}

export function resetToken(): Buffer {
  return Buffer.from([0xe3, 3, 0, 18, 0, 0]);
}

/** Accepts the login at TDS 7.4. */
export function loginToken(): Buffer {
  return sized(0xad, (body) => {
    body.writeUInt8(1);
    body.writeBuffer(Buffer.from([0x74, 0, 0, 0x04]));
    body.writeBVarchar('Microsoft SQL Server', 'ucs2');
    body.writeBuffer(Buffer.from([16, 0, 0, 0]));
  });
}

/** Answers the features a login asked for: 2 = access token (nothing to add), 10 = UTF-8. */
export function featuresToken(features: { readonly token: boolean; readonly utf8: boolean }): Buffer {
  return Buffer.from([
    0xae,
    ...(features.token ? [0x02, 0, 0, 0, 0] : []),
    ...(features.utf8 ? [0x0a, 1, 0, 0, 0, 1] : []),
    0xff,
  ]);
}

function sized(token: number, write: (body: WritableTrackingBuffer) => void): Buffer {
  const body = new WritableTrackingBuffer();
  write(body);
  const head = Buffer.alloc(3);
  head.writeUInt8(token, 0);
  head.writeUInt16LE(body.length, 1);
  return Buffer.concat([head, body.data]);
}
