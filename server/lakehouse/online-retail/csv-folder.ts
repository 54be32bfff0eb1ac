import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MissingColumnsError, NoCsvFilesError, SourceFolderError } from './refusals.ts';

/** The CSV files of a folder in the order of their names. */
export function csvFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new SourceFolderError(folder);
  const files = readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith('.csv'))
    .sort();
  if (files.length === 0) throw new NoCsvFilesError(folder);
  return files.map((name) => join(folder, name));
}

/**
 * Names in the first line of a CSV file, in their order.
 * @throws MissingColumnsError where one of the wanted is not among them.
 */
export function headerOf(file: string, wanted: readonly string[]): string[] {
  const header = firstLine(file)
    .split(',')
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const missing = wanted.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new MissingColumnsError(file, missing, wanted);
  return header;
}

const HEADER_BYTES = 4096;

function firstLine(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(HEADER_BYTES);
    const length = readSync(descriptor, buffer, 0, HEADER_BYTES, 0);
    const text = buffer.toString('utf8', 0, length).replace(/^\uFEFF/, '');
    return text.split(/\r?\n/, 1)[0] ?? '';
  } finally {
    closeSync(descriptor);
  }
}
