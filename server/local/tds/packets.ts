/** Message types of TDS 7.4 that a client may send, and the one a server answers with. */
export const MESSAGE = {
  batch: 0x01,
  rpc: 0x03,
  reply: 0x04,
  attention: 0x06,
  transaction: 0x0e,
  login: 0x10,
  prelogin: 0x12,
} as const;

const TYPES: ReadonlySet<number> = new Set(Object.values(MESSAGE));
const HEADER = 8;
const END_OF_MESSAGE = 0x01;
const IGNORE = 0x02;
const RESET = 0x08 | 0x10;

/** One whole message of a client, its packets joined. */
export interface ClientMessage {
  readonly type: number;
  /** The client changed its mind while sending: answer, but do not act. */
  readonly ignored: boolean;
  /** The session's settings are to be put back before this message is answered. */
  readonly resetsSession: boolean;
  readonly payload: Buffer;
}

/** Joins bytes into messages. An attention may stand between the packets of another message. */
export class MessageReader {
  #unread: Buffer = Buffer.alloc(0);
  #payloads: Buffer[] = [];
  #size = 0;
  #resets = false;
  /** Largest message taken, in bytes. */
  limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** @throws TdsProtocolError where the bytes are not TDS, or a message grows over the limit. */
  read(bytes: Buffer): ClientMessage[] {
    const messages: ClientMessage[] = [];
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
    while (this.#unread.length >= HEADER) {
      // Told from the first byte, so that a browser or a TLS client is not kept waiting.
      if (!TYPES.has(this.#unread.readUInt8(0))) throw new TdsProtocolError('a message of an unknown type');
      const length = this.#unread.readUInt16BE(2);
      if (length < HEADER) throw new TdsProtocolError('a packet shorter than its header');
      if (this.#unread.length < length) break;
      const message = this.#take(this.#unread.subarray(0, length));
      if (message) messages.push(message);
      this.#unread = this.#unread.subarray(length);
    }
    return messages;
  }

  #take(packet: Buffer): ClientMessage | undefined {
    const type = packet.readUInt8(0);
    const status = packet.readUInt8(1);
    const payload = packet.subarray(HEADER);
    if (type === MESSAGE.attention) return { type, ignored: false, resetsSession: false, payload };
    this.#payloads.push(payload);
    this.#size += payload.length;
    this.#resets ||= (status & RESET) !== 0;
    if (this.#size > this.limit) throw new TdsProtocolError(`a message over ${this.limit} bytes`);
    if ((status & END_OF_MESSAGE) === 0) return undefined;
    const whole = Buffer.concat(this.#payloads, this.#size);
    const resetsSession = this.#resets;
    this.#payloads = [];
    this.#size = 0;
    this.#resets = false;
    return { type, ignored: (status & IGNORE) !== 0, resetsSession, payload: whole };
  }
}

/** Cuts one reply into packets of the negotiated size. */
export class PacketCutter {
  readonly #size: number;
  #packet: Buffer;
  #filled = HEADER;
  #number = 0;

  constructor(size: number) {
    this.#size = size;
    this.#packet = Buffer.allocUnsafe(size);
  }

  /** Packets that `bytes` fill up. The last full one is kept back, since it may turn out to end the message. */
  cut(bytes: Uint8Array): Buffer[] {
    const packets: Buffer[] = [];
    for (let offset = 0; offset < bytes.length; ) {
      if (this.#filled === this.#size) packets.push(this.#seal(0));
      const part = bytes.subarray(offset, offset + this.#size - this.#filled);
      this.#packet.set(part, this.#filled);
      this.#filled += part.length;
      offset += part.length;
    }
    return packets;
  }

  end(): Buffer {
    return this.#seal(END_OF_MESSAGE);
  }

  #seal(status: number): Buffer {
    const packet = this.#packet.subarray(0, this.#filled);
    this.#number = (this.#number % 255) + 1;
    packet.writeUInt8(MESSAGE.reply, 0);
    packet.writeUInt8(status, 1);
    packet.writeUInt16BE(this.#filled, 2);
    packet.writeUInt16BE(0, 4);
    packet.writeUInt8(this.#number, 6);
    packet.writeUInt8(0, 7);
    if (status !== END_OF_MESSAGE) this.#packet = Buffer.allocUnsafe(this.#size);
    this.#filled = HEADER;
    return packet;
  }
}

/** The bytes are not what the protocol says: the connection cannot go on. */
export class TdsProtocolError extends Error {
  readonly code = 'TDS_PROTOCOL';
  constructor(what: string) {
    super(`The client sent ${what}`);
    this.name = 'TdsProtocolError';
  }
}
