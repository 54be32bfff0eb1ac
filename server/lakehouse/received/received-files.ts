import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceDeclaration } from './declaration.ts';
import { firstLine } from './file-text.ts';
import {
  DelimiterError,
  MissingColumnsError,
  MissingFilesError,
  NoCsvFilesError,
  SourceFolderError,
} from './refusals.ts';

/** The CSV files of a folder, packed ones too, in the order of their names. */
export function csvFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new SourceFolderError(folder);
  const files = readdirSync(folder)
    .filter((name) => /\.csv(\.gz)?$/i.test(name))
    .sort();
  if (files.length === 0) throw new NoCsvFilesError(folder);
  return files.map((name) => join(folder, name));
}

/** One file of the folder, with the table it belongs to and the names in its first line. */
export interface ReceivedFile {
  readonly path: string;
  readonly table: string;
  readonly header: readonly string[];
}

/** What became of the files of a folder. */
export interface ReceivedFolder {
  readonly files: readonly ReceivedFile[];
  /** Names of files that belong to no table, with the reason where the declaration gives one. */
  readonly unused: readonly { readonly name: string; readonly reason: string }[];
}

/** @throws MissingFilesError, MissingColumnsError, DelimiterError */
export async function receivedFolder(
  folder: string,
  declaration: SourceDeclaration,
): Promise<ReceivedFolder> {
  const files: ReceivedFile[] = [];
  const unused: { name: string; reason: string }[] = [];
  for (const path of csvFiles(folder)) {
    const name = basename(path);
    const [table] = Object.entries(declaration.tables).find(([, { files }]) => isNamed(name, files)) ?? [];
    if (name in declaration.unused || table === undefined)
      unused.push({
        name,
        reason: declaration.unused[name] ?? 'no table of the declaration has files of this name',
      });
    else files.push({ path, table, header: await headerOf(path, table, declaration) });
  }
  const missing = Object.entries(declaration.tables).filter(
    ([table, { optional }]) => !optional && !files.some((file) => file.table === table),
  );
  if (missing.length > 0)
    throw new MissingFilesError(
      folder,
      declaration.title,
      missing.map(([table, { files: name }]) => name ?? table),
    );
  return { files, unused };
}

async function headerOf(file: string, table: string, declaration: SourceDeclaration): Promise<string[]> {
  const { delimiter, encoding } = declaration;
  const line = (await firstLine(file, encoding)).replace(/^\uFEFF/, '');
  const header = line.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const wanted = declaration.tables[table]?.columns ?? [];
  const missing = wanted.filter((name) => !header.includes(name));
  const [first = ''] = wanted;
  const other = [',', ';', '\t', '|'].find(
    (mark) => line.split(mark).length >= wanted.length && line.includes(first),
  );
  if (missing.length > 0 && other && other !== delimiter)
    throw new DelimiterError(file, spoken(other), spoken(delimiter));
  if (missing.length > 0) throw new MissingColumnsError(file, missing, wanted);
  return header;
}

const spoken = (mark: string) => (mark === '\t' ? 'a tab' : `"${mark}"`);

function isNamed(name: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  const literally = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literally.join('.*')}$`, 'i').test(name);
}
