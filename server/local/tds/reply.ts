import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { PacketCutter } from './packets.ts';

/** One reply to one message, sent as it is written; a slow client holds the writer back. */
export class Reply {
  readonly #socket: Duplex;
  readonly #packets: PacketCutter;
  #written = 0;

  constructor(socket: Duplex, packetSize: number) {
    this.#socket = socket;
    this.#packets = new PacketCutter(packetSize);
  }

  /** Bytes written so far, without the heads of packets. */
  get written(): number {
    return this.#written;
  }

  /** Resolves when the socket takes more. @throws ClientGoneError */
  async write(bytes: Uint8Array): Promise<void> {
    this.#written += bytes.length;
    for (const packet of this.#packets.cut(bytes)) await this.#send(packet);
  }

  /** @throws ClientGoneError */
  async end(bytes?: Uint8Array): Promise<void> {
    if (bytes) await this.write(bytes);
    await this.#send(this.#packets.end());
  }

  async #send(packet: Buffer): Promise<void> {
    if (this.#socket.destroyed || !this.#socket.writable) throw new ClientGoneError();
    if (this.#socket.write(packet)) return;
    const left = new AbortController();
    try {
      await Promise.race([
        once(this.#socket, 'drain', { signal: left.signal }),
        once(this.#socket, 'close', { signal: left.signal }),
      ]);
    } finally {
      left.abort();
    }
    if (this.#socket.destroyed) throw new ClientGoneError();
  }
}

/** Nobody reads the reply any more. */
export class ClientGoneError extends Error {
  readonly code = 'CLIENT_GONE';
  constructor() {
    super('The client closed the connection');
    this.name = 'ClientGoneError';
  }
}
