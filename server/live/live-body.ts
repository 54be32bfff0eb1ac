import type { ServerResponse } from 'node:http';
import { rawWriter } from './raw-writer.ts';

export interface LiveBodyOptions {
  /** Leaves first, and at once: headers leave with it. */
  readonly opening: Uint8Array;
  /** Bytes may be written from now on, until a write says otherwise. */
  readonly onReady: () => void;
  /** The reader has gone. */
  readonly onCancel: () => void;
  /** The response this is for, where it is known. */
  readonly response?: ServerResponse | undefined;
}

/** Where the bytes of one live answer go. */
export interface LiveBody {
  readonly stream: ReadableStream<Uint8Array>;
  /** @returns whether more may follow at once; if not, `onReady` tells when */
  write(bytes: Uint8Array): boolean;
  end(): void;
  /** Cuts off a reader that does not read: an end would wait for it. */
  drop(): void;
}

/**
 * Read as a stream, the body is one. Piped, as a server does to bring it to its response, it writes its bytes to that
 * response itself: a web stream on either side of a message costs nearly as much as the message.
 */
export function liveBody({ opening, onReady, onCancel, response }: LiveBodyOptions): LiveBody {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let writeRaw: ((bytes: Uint8Array) => boolean) | undefined;
  const over = Promise.withResolvers<void>();
  const whileOpen = (act: (open: ReadableStreamDefaultController<Uint8Array>) => void) => {
    try {
      if (controller) act(controller);
    } catch {
      // Closed already, or cancelled by the reader: that is what was wanted.
    }
    over.resolve();
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
        controller.enqueue(opening);
      },
      pull: onReady,
      cancel: onCancel,
    },
    { highWaterMark: 0 },
  );
  const pipeTo = stream.pipeTo.bind(stream);
  stream.pipeTo = async (destination, options) => {
    if (!response || response.headersSent || response.destroyed) return pipeTo(destination, options);
    response.once('close', onCancel).once('close', over.resolve);
    response.flushHeaders();
    response.write(opening);
    writeRaw = rawWriter(response, onReady);
    onReady();
    await over.promise;
    // Where the reader has gone there is nothing left to close.
    if (!response.destroyed) await destination.close().catch(() => {});
  };
  return {
    stream,
    write: (bytes) => {
      if (writeRaw) return writeRaw(bytes);
      controller?.enqueue(bytes);
      return false;
    },
    end: () => whileOpen((open) => open.close()),
    drop: () => {
      if (writeRaw) response?.destroy();
      else whileOpen((open) => open.error(new Error('the reader does not read')));
    },
  };
}
