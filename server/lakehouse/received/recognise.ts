import { existsSync, readFileSync } from 'node:fs';
import { COMPLETE_JOURNEY } from '../complete-journey/declaration.ts';
import { NORTHWIND } from '../northwind/declaration.ts';
import { ONLINE_RETAIL } from '../online-retail/declaration.ts';
import { type SourceDeclaration, sourceDeclaration } from './declaration.ts';
import { firstLine } from './file-text.ts';
import { csvFiles, receivedFolder } from './received-files.ts';
import { DeclarationError, UnknownSourceError } from './refusals.ts';

/** Declarations that come with the product; those with files of known names stand before those without. */
export const KNOWN_SOURCES: readonly SourceDeclaration[] = [COMPLETE_JOURNEY, NORTHWIND, ONLINE_RETAIL];

/**
 * The declaration a person named, by its name or by a JSON file, or else the one that the folder's files fit.
 * @throws UnknownSourceError saying, for each known source, why it does not fit.
 */
export async function recogniseSource(folder: string, named?: string): Promise<SourceDeclaration> {
  if (named !== undefined)
    return KNOWN_SOURCES.find(({ name }) => name === named) ?? readDeclaration(named, folder);
  const reasons: string[] = [];
  for (const declaration of KNOWN_SOURCES) {
    const reason = await unfitness(folder, declaration);
    if (reason === undefined) return declaration;
    reasons.push(`${declaration.name}: ${reason}`);
  }
  throw new UnknownSourceError(folder, reasons);
}

function readDeclaration(file: string, folder: string): SourceDeclaration {
  if (!existsSync(file)) throw new UnknownSourceError(folder, [`there is no source and no file ${file}`]);
  const { success, data, error } = sourceDeclaration.safeParse(parse(file));
  if (success) return data;
  const [issue] = error.issues;
  throw new DeclarationError(file, `${issue?.path.join('.')}: ${issue?.message}`);
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new DeclarationError(file, cause instanceof Error ? cause.message : String(cause));
  }
}

/** Why the folder is not of this source. Of files without fixed names one that fits is enough: the others are refused by name. */
async function unfitness(folder: string, declaration: SourceDeclaration): Promise<string | undefined> {
  const anyName = Object.values(declaration.tables).find(({ files }) => files === undefined);
  if (anyName) {
    for (const file of csvFiles(folder)) {
      const header = (await firstLine(file, declaration.encoding)).split(declaration.delimiter);
      const names = header.map((name) =>
        name
          .replace(/^\uFEFF/, '')
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      );
      if (anyName.columns.every((name) => names.includes(name))) return undefined;
    }
    return `no file has the columns ${anyName.columns.join(', ')}`;
  }
  try {
    await receivedFolder(folder, declaration);
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.message;
    throw error;
  }
}
