import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The bytes of a file, unpacked where it is gzip. */
function fileBytes(file: string): AsyncIterable<Uint8Array> {
  const stream = createReadStream(file);
  if (!file.toLowerCase().endsWith('.gz')) return stream;
  // An error of either is thrown where the bytes are read.
  return pipeline(stream, createGunzip(), () => {});
}

/**
 * The text of a file, piece by piece. What is not of the encoding becomes a replacement mark: here text is looked
 * through, the engine that reads it refuses such lines.
 */
export async function* fileText(file: string, encoding: 'utf-8' | 'windows-1252'): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of fileBytes(file)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/**
 * Whether a file can only be UTF-8: it holds more than ASCII, and every byte fits. Text of another encoding does so by
 * no chance worth a thought, while windows-1252 takes any bytes whatever for text.
 */
export async function isSurelyUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isAscii = true;
  try {
    for await (const bytes of fileBytes(file)) {
      isAscii &&= bytes.every((byte) => byte < 0x80);
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
  return !isAscii;
}

const LONGEST_HEADER = 65_536;

/** The first line of a file, without its end. */
export async function firstLine(file: string, encoding: 'utf-8' | 'windows-1252'): Promise<string> {
  let text = '';
  for await (const piece of fileText(file, encoding)) {
    text += piece;
    if (text.includes('\n') || text.length > LONGEST_HEADER) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? '';
}
