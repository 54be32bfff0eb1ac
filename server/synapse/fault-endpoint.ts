import { createServer, type Socket } from 'node:net';

/**
 * A TDS server that misbehaves on purpose, for tests: just enough of the protocol for a login and scripted replies.
 * How each request is answered is decided by the test; what was received is counted for it.
 */
export interface FaultScript {
  /** Never answer the first message of a connection. */
  readonly mute?: boolean;
  /** Error number for the nth login (from 1), or 0 to accept. */
  readonly login?: (nth: number) => number;
  /** The nth query, and whether its text, or a parameter, names something. */
  readonly query?: (nth: number, names: (text: string) => boolean) => FaultReply;
  /** Wait before acknowledging a cancel, in milliseconds. */
  readonly acknowledgeAfterMs?: number;
}

type FaultRow = readonly (bigint | string | Date | number | boolean)[];

export interface FaultReply {
  readonly error?: { readonly number: number; readonly message?: string };
  /** Column names; the values of the first row say whether each is bigint, nvarchar, date, float or bit. */
  readonly columns?: readonly string[];
  readonly rows?: readonly FaultRow[];
  /** After the rows: leave the answer open, or drop the connection. */
  readonly ending?: 'hang' | 'reset';
}

export interface FaultEndpoint {
  readonly port: number;
  readonly seen: { connections: number; logins: number; queries: number; cancels: number; tooEarly: number };
  openConnections(): number;
  /** Closes every connection from this side, as an idle timeout would. */
  dropConnections(): void;
  close(): Promise<void>;
}

/** What `lake.get-lake-status` reads, of a build that was loaded and closed on that day and whose checks all hold. */
export function lakeStatusAnswer(day: Date, buildId = 'b1'): FaultReply {
  const columns =
    'buildId sourceName firstDate lastClosedDate currency timeZone loadedAt checks failedChecks'.split(' ');
  return { columns, rows: [[buildId, 'The chain', day, day, 'EUR', 'Europe/Berlin', day, 9, 0]] };
}

const PACKET = 4_000;
const TYPE = { batch: 0x01, rpc: 0x03, response: 0x04, cancel: 0x06, login: 0x10, prelogin: 0x12 };

export async function startFaultEndpoint(script: FaultScript): Promise<FaultEndpoint> {
  const seen = { connections: 0, logins: 0, queries: 0, cancels: 0, tooEarly: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    seen.connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    if (script.mute) return void socket.resume();
    let open = false;
    let cancelling = false;
    const answer = (parts: readonly Buffer[], last = true) =>
      socket.write(message(Buffer.concat(parts), last));

    const reply = ({ error, columns = [], rows = [], ending }: FaultReply): void => {
      if (error) return void answer([errorToken(error.number, error.message), done(0x02)]);
      const head = [columnTokens(columns, rows[0] ?? []), ...rows.map(rowToken)];
      open = ending === 'hang';
      answer(ending ? head : [...head, done(0x10)], !ending);
      if (ending === 'reset') setTimeout(() => socket.resetAndDestroy(), 20);
    };
    const acknowledge = (): void => {
      cancelling = false;
      if (open) answer([done(0x02)]);
      open = false;
      answer([done(0x20)]);
    };

    readMessages(socket, (type, body) => {
      if (type === TYPE.prelogin) answer([prelogin()]);
      else if (type === TYPE.login) {
        seen.logins += 1;
        const number = script.login?.(seen.logins) ?? 0;
        answer(number === 0 ? [loginAck(), done(0)] : [errorToken(number), done(0x02)]);
      } else if (type === TYPE.cancel) {
        seen.cancels += 1;
        cancelling = true;
        setTimeout(acknowledge, script.acknowledgeAfterMs ?? 0);
      } else if (type === TYPE.batch && body.includes(Buffer.from('set ', 'utf16le'))) answer([done(0)]);
      else {
        if (cancelling || open) seen.tooEarly += 1;
        seen.queries += 1;
        reply(
          script.query?.(seen.queries, (text) => body.includes(utf16(text)) || body.includes(text)) ?? {},
        );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const dropConnections = (): void => {
    for (const socket of sockets) socket.end();
  };
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, seen, openConnections: () => sockets.size, dropConnections, close };
}

function readMessages(socket: Socket, onMessage: (type: number, body: Buffer) => void): void {
  let buffered = Buffer.alloc(0);
  let parts: Buffer[] = [];
  socket.on('data', (data) => {
    buffered = Buffer.concat([buffered, data]);
    while (buffered.length >= 8 && buffered.length >= buffered.readUInt16BE(2)) {
      const packet = buffered.subarray(0, buffered.readUInt16BE(2));
      buffered = buffered.subarray(packet.length);
      parts.push(packet.subarray(8));
      if (((packet[1] ?? 0) & 1) === 0) continue;
      const body = Buffer.concat(parts);
      parts = [];
      onMessage(packet[0] ?? 0, body);
    }
  });
}

function message(body: Buffer, last: boolean): Buffer {
  const packets: Buffer[] = [];
  for (let at = 0; at === 0 || at < body.length; at += PACKET) {
    const chunk = body.subarray(at, at + PACKET);
    const header = Buffer.from([TYPE.response, last && at + PACKET >= body.length ? 1 : 0, 0, 0, 0, 0, 1, 0]);
    header.writeUInt16BE(chunk.length + 8, 2);
    packets.push(header, chunk);
  }
  return Buffer.concat(packets);
}

const u16 = (value: number) => Buffer.from([value & 0xff, value >> 8]);
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const shortText = (text: string) => Buffer.concat([Buffer.from([text.length]), utf16(text)]);
const token = (type: number, body: Buffer) => Buffer.concat([Buffer.from([type]), u16(body.length), body]);
const COLLATION = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]);

function prelogin(): Buffer {
  // VERSION at 11, ENCRYPTION at 17: not supported.
  const heads = [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff];
  return Buffer.from([...heads, 16, 0, 0, 0, 0, 0, 2]);
}

function loginAck(): Buffer {
  const body = [Buffer.from([1, 0x74, 0, 0, 4]), shortText('Fault'), Buffer.from([16, 0, 0, 0])];
  const collation = token(0xe3, Buffer.concat([Buffer.from([7, 5]), COLLATION, Buffer.from([0])]));
  return Buffer.concat([collation, token(0xad, Buffer.concat(body))]);
}

function errorToken(number: number, text = 'scripted fault on host secret.example'): Buffer {
  const words = Buffer.concat([u16(text.length), utf16(text)]);
  const body = [u32(number), Buffer.from([1, 16]), words, shortText('s'), shortText(''), u32(1)];
  return token(0xaa, Buffer.concat(body));
}

function done(status: number): Buffer {
  return Buffer.concat([Buffer.from([0xfd]), u16(status), u16(0xc1), Buffer.alloc(8)]);
}

function columnTokens(names: readonly string[], first: FaultRow): Buffer {
  const columns = names.map((name, at) => {
    const type = columnType(first[at]);
    return Buffer.concat([u32(0), u16(1), type, shortText(name)]);
  });
  return Buffer.concat([Buffer.from([0x81]), u16(names.length), ...columns]);
}

function columnType(value: FaultRow[number] | undefined): Buffer {
  if (typeof value === 'string') return Buffer.concat([Buffer.from([0xe7]), u16(400), COLLATION]);
  if (typeof value === 'boolean') return Buffer.from([0x68, 1]);
  if (typeof value === 'number') return Buffer.from([0x6d, 8]);
  return value instanceof Date ? Buffer.from([0x28]) : Buffer.from([0x26, 8]);
}

const DAYS_BEFORE_1970 = 719_162;

function rowToken(row: FaultRow): Buffer {
  const values = row.map((value) => {
    if (typeof value === 'string') return Buffer.concat([u16(value.length * 2), utf16(value)]);
    if (typeof value === 'boolean') return Buffer.from([1, Number(value)]);
    const bytes = Buffer.alloc(9, 8);
    if (value instanceof Date) {
      bytes[0] = 3;
      bytes.writeUIntLE(DAYS_BEFORE_1970 + value.getTime() / 86_400_000, 1, 3);
      return bytes.subarray(0, 4);
    }
    if (typeof value === 'number') bytes.writeDoubleLE(value, 1);
    else bytes.writeBigInt64LE(value, 1);
    return bytes;
  });
  return Buffer.concat([Buffer.from([0xd1]), ...values]);
}
