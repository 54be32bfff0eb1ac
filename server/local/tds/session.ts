import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import PreloginPayload from 'tedious/lib/prelogin-payload.js';
import { authenticate, LoginRefusedError, type Trust } from './authenticate.ts';
import { type DataProcessed, dataProcessedMessage } from './data-processed.ts';
import type { Lake } from './lake.ts';
import { readLoginRequest } from './login-request.ts';
import { type ClientMessage, MESSAGE, TdsProtocolError } from './packets.ts';
import { headersLength, type ParameterisedStatement, readProcedureCall } from './procedure-call.ts';
import { answerQuery } from './query.ts';
import { ClientGoneError, Reply } from './reply.ts';
import { REFUSED, SqlError } from './sql-errors.ts';
import { readBatch } from './statements.ts';
import * as tokens from './tokens.ts';
import { translateFor } from './translation.ts';

/** What happened, for the operator: never statement texts, values or tokens. */
export type SessionEvent =
  | { readonly event: 'tds.login-refused'; readonly reason: string }
  | {
      readonly event: 'tds.statement';
      /** First twelve hex digits of the text's SHA-256. */
      readonly statement: string;
      readonly milliseconds: number;
      readonly rows: number;
      /** Read from files. */
      readonly bytes?: number;
      /** SQL Server's number of the error. */
      readonly error?: number | 'cancelled' | 'internal';
    };

export interface SessionContext {
  readonly id: number;
  readonly server: string;
  readonly database: string;
  readonly lake: Lake;
  readonly trust: Trust;
  readonly now: () => Date;
  readonly onEvent: (event: SessionEvent) => void;
}

type Kind = 'batch' | 'procedure';
const DEFAULT_PACKET = 4096;
const LARGEST_PACKET = 32_767;

/** One client: what it may ask depends on how far it has come. Messages are answered one after the other. */
export class Session {
  readonly #context: SessionContext;
  readonly #socket: Duplex;
  #packetSize = DEFAULT_PACKET;
  #principal: string | undefined;
  #running: AbortController | undefined;

  constructor(socket: Duplex, context: SessionContext) {
    this.#socket = socket;
    this.#context = context;
  }

  get signedIn(): boolean {
    return this.#principal !== undefined;
  }

  /** Stops the running statement, if there is one; its reply ends where it was. */
  cancel(): void {
    this.#running?.abort(new CancelledError());
  }

  /** @throws TdsProtocolError, ClientGoneError: the connection cannot go on. */
  async answer(message: ClientMessage): Promise<void> {
    const reply = new Reply(this.#socket, this.#packetSize);
    if (message.type === MESSAGE.prelogin && !this.signedIn) {
      // The client decides by this answer whether to go on in the clear; TLS only ever comes before TDS (TDS 8).
      const version = { major: 16, minor: 0, build: 0, subbuild: 0 };
      return reply.end(new PreloginPayload({ encrypt: false, version }).data);
    }
    if (message.type === MESSAGE.login && !this.signedIn) return this.#login(message.payload, reply);
    if (!this.signedIn) throw new TdsProtocolError('a request before signing in');
    if (message.type === MESSAGE.attention) return reply.end(tokens.doneToken({ attention: true }));
    if (message.ignored) return reply.end(tokens.doneToken({}));
    if (message.resetsSession) await reply.write(tokens.resetToken());
    if (message.type === MESSAGE.batch) return this.#batch(message.payload, reply);
    if (message.type === MESSAGE.rpc) return this.#call(message.payload, reply);
    const refusal = new SqlError(REFUSED, 'Only batches and sp_executesql are answered here.');
    return this.#refuse(refusal, reply, 'batch');
  }

  async #login(payload: Buffer, reply: Reply): Promise<void> {
    const { trust, now, database, onEvent } = this.#context;
    const request = readLoginRequest(payload);
    try {
      const principal = await authenticate(request, trust, now);
      if (request.database !== '') this.#requireDatabase(request.database);
      this.#principal = principal;
    } catch (error) {
      if (!(error instanceof LoginRefusedError) && !(error instanceof SqlError)) throw error;
      onEvent({ event: 'tds.login-refused', reason: error instanceof SqlError ? 'DATABASE' : error.reason });
      await this.#refuse(error instanceof SqlError ? error : error.answer, reply, 'batch');
      this.#socket.end();
      return;
    }
    const asked = request.packetSize || DEFAULT_PACKET;
    const packetSize = Math.min(Math.max(asked, 512), LARGEST_PACKET);
    await reply.write(tokens.environmentToken('database', database, 'master'));
    await reply.write(tokens.collationToken());
    await reply.write(tokens.loginToken());
    if (request.token !== undefined || request.asksUtf8)
      await reply.write(tokens.featuresToken({ token: request.token !== undefined, utf8: request.asksUtf8 }));
    await reply.write(tokens.environmentToken('packet-size', String(packetSize), String(DEFAULT_PACKET)));
    await reply.end(tokens.doneToken({}));
    this.#packetSize = packetSize;
  }

  #requireDatabase(name: string): void {
    const { database } = this.#context;
    if (![database.toLowerCase(), 'master'].includes(name.toLowerCase()))
      throw new SqlError(4060, `Cannot open database "${name}" requested by the login.`, 11);
  }

  async #batch(payload: Buffer, reply: Reply): Promise<void> {
    const text = payload.toString('ucs2', headersLength(payload));
    await this.#run({ text, values: new Map(), types: {} }, reply, 'batch');
  }

  async #call(payload: Buffer, reply: Reply): Promise<void> {
    let call: ParameterisedStatement;
    try {
      call = readProcedureCall(payload);
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      return this.#refuse(error, reply, 'procedure');
    }
    await this.#run(call, reply, 'procedure');
  }

  async #run(call: ParameterisedStatement, reply: Reply, kind: Kind): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    const began = performance.now();
    const tell = (rows: number, error?: number | 'cancelled' | 'internal', bytes?: number) =>
      this.#context.onEvent({
        event: 'tds.statement',
        statement: createHash('sha256').update(call.text).digest('hex').slice(0, 12),
        milliseconds: Math.round(performance.now() - began),
        rows,
        ...(error === undefined ? {} : { error }),
        ...(bytes === undefined ? {} : { bytes }),
      });
    try {
      const answered = await this.#select(call, reply, running.signal);
      tell(answered?.rows ?? 0, undefined, answered?.scanned);
      if (answered) await reply.write(tokens.infoToken(dataProcessedMessage(answered), this.#context.server));
      await this.#done(reply, kind, answered?.rows);
    } catch (error) {
      if (error instanceof CancelledError) {
        tell(0, 'cancelled');
        return await reply.end(tokens.doneToken({ failed: true }));
      }
      if (error instanceof ClientGoneError || error instanceof TdsProtocolError) throw error;
      tell(0, error instanceof SqlError ? error.number : 'internal');
      const answer = error instanceof SqlError ? error : new SqlError(REFUSED, 'The statement failed here.');
      await this.#refuse(answer, reply, kind);
    } finally {
      this.#running = undefined;
    }
  }

  /** Rows of the SELECT and what it cost, or undefined where the batch held settings only. */
  async #select(
    call: ParameterisedStatement,
    reply: Reply,
    signal: AbortSignal,
  ): Promise<(DataProcessed & { readonly rows: number }) | undefined> {
    const { database, statement } = readBatch(call.text);
    if (database !== undefined) this.#requireDatabase(database);
    if (statement === '') return undefined;
    const { id, server, lake } = this.#context;
    const facts = { id, server, database: this.#context.database, principal: this.#principal ?? '' };
    const query = translateFor({ ...call, text: statement }, facts);
    const lease = await lake.lease();
    try {
      const before = reply.written;
      const rows = await answerQuery(query, call.values, lease.connection, reply, signal);
      return { rows, moved: reply.written - before, scanned: await lease.bytesRead() };
    } catch (error) {
      if (error instanceof SqlError && error.number === 208 && !lease.built)
        throw new SqlError(208, `${error.message} No lake has been built yet.`);
      throw error;
    } finally {
      lease.release();
    }
  }

  async #done(reply: Reply, kind: Kind, rows: number | undefined): Promise<void> {
    const counted = rows === undefined ? {} : { rows };
    if (kind === 'batch') return reply.end(tokens.doneToken(counted));
    await reply.write(tokens.doneToken({ kind: 'in-procedure', more: true, ...counted }));
    await reply.write(tokens.returnStatusToken(0));
    await reply.end(tokens.doneToken({ kind: 'procedure' }));
  }

  async #refuse(error: SqlError, reply: Reply, kind: Kind): Promise<void> {
    await reply.write(tokens.errorToken(error, this.#context.server));
    await reply.end(tokens.doneToken({ kind, failed: true }));
  }
}

class CancelledError extends Error {
  readonly code = 'CANCELLED';
  constructor() {
    super('The client cancelled the statement');
    this.name = 'CancelledError';
  }
}
