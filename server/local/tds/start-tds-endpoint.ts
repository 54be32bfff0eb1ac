import { once } from 'node:events';
import { createServer as createPlainServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Trust } from './authenticate.ts';
import { Lake } from './lake.ts';
import { MESSAGE, MessageReader } from './packets.ts';
import { Session, type SessionContext, type SessionEvent } from './session.ts';

export interface TdsEndpointOptions {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly lakeRoot: string;
  readonly database: string;
  readonly trust: Trust;
  /** PEM texts; with them the endpoint speaks TDS 8 (`encrypt: 'strict'`) only, without them plain TDS 7.4 only. */
  readonly certificate?: { readonly cert: string | Buffer; readonly key: string | Buffer } | undefined;
  readonly now?: () => Date;
  readonly onEvent?: (event: EndpointEvent) => void;
}

export type EndpointEvent =
  | SessionEvent
  | { readonly event: 'tds.table-missing'; readonly table: string }
  | { readonly event: 'tds.connection-broken'; readonly reason: string };

export interface TdsEndpoint {
  readonly port: number;
  /** Stops listening, ends every session with what it runs, and closes the lake. */
  close(): Promise<void>;
}

const SIGN_IN_WITHIN_MS = 15_000;
const LARGEST_LOGIN = 256 * 1024;
const LARGEST_STATEMENT = 64 * 1024 * 1024;
/** A client waits for one reply before it asks again, save that it may cancel. */
const MOST_WAITING = 4;

/** A TDS 7.4 server over the gold tables of the lake. Rejects where the port cannot be had. */
export async function startTdsEndpoint(options: TdsEndpointOptions): Promise<TdsEndpoint> {
  const { host = '127.0.0.1', port, database, trust, certificate, now = () => new Date() } = options;
  const onEvent = options.onEvent ?? (() => undefined);
  const lake = new Lake({
    root: options.lakeRoot,
    database,
    onMissingTable: (table) => onEvent({ event: 'tds.table-missing', table }),
  });
  const sockets = new Set<Socket>();
  let lastId = 50;
  const welcome = (socket: Socket) => {
    lastId += 1;
    serve(socket, { id: lastId, server: 'local', database, lake, trust, now, onEvent }, onEvent);
  };
  const server = certificate
    ? createTlsServer({ ...certificate, ALPNProtocols: ['tds/8.0'], minVersion: 'TLSv1.2' }, welcome)
    : createPlainServer(welcome);
  // Raw sockets, so that a client stuck in its TLS handshake cannot hold up the end.
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      const ends = [...sockets].map((socket) => once(socket, 'close'));
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed, ...ends]);
      lake.close();
    },
  };
}

function serve(socket: Socket, context: SessionContext, onEvent: (event: EndpointEvent) => void): void {
  const session = new Session(socket, context);
  const reader = new MessageReader(LARGEST_LOGIN);
  let answered = Promise.resolve();
  let waiting = 0;
  const breakOff = (reason: string) => {
    if (!socket.destroyed) onEvent({ event: 'tds.connection-broken', reason });
    socket.destroy();
  };
  const deadline = setTimeout(() => breakOff('SIGN_IN_TIMEOUT'), SIGN_IN_WITHIN_MS);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.once('close', () => {
    clearTimeout(deadline);
    session.cancel();
  });
  socket.on('data', (bytes) => {
    try {
      for (const message of reader.read(bytes)) {
        if (message.type === MESSAGE.attention) session.cancel();
        waiting += 1;
        if (waiting > MOST_WAITING) return breakOff('TOO_MANY_WAITING');
        answered = answered.then(async () => {
          try {
            if (socket.destroyed) return;
            await session.answer(message);
            if (session.signedIn) {
              clearTimeout(deadline);
              reader.limit = LARGEST_STATEMENT;
            }
          } catch (error) {
            breakOff(codeOf(error));
          } finally {
            waiting -= 1;
          }
        });
      }
    } catch (error) {
      breakOff(codeOf(error));
    }
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : `INTERNAL ${error instanceof Error ? error.name : typeof error}`;
}
