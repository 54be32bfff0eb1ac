import { join } from 'node:path';
import { lakeInputs } from '#server/gold/tables/build.ts';
import { emailHash } from '#server/shared/email-hash.ts';
import type { Bench } from './bench.ts';
import { bronzeFolder } from './bronze-tree.ts';
import { bronzePart, type Input, sha256 } from './inputs.ts';
import { currentBuild, currentBuildId } from './lake-folders.ts';
import { readTableSql } from './parquet-view.ts';
import { programDigest } from './program.ts';
import type { Source } from './source.ts';
import { literal } from './sql-text.ts';

/** The build now served, where it was made the way the next one will be, so that its parts can be used again. */
export interface BuildBefore {
  readonly id: string;
  readonly folder: string;
  readonly inputs: readonly Input[];
}

/** Everything that decides what is made of the same files. Where it changes, nothing old can be used. */
export function recipeOf(source: Source, hashKey = ''): string {
  const { readings, received, products, stores, unlisted, records, timeZone, currency, name } = source;
  const own = { readings, received, products, stores, unlisted, records, timeZone, currency, name };
  // Of the key only that it is another one: the recipe can be read in the lake.
  return sha256(JSON.stringify([own, programDigest(), hashKey && emailHash('recipe', hashKey)]));
}

/** Undefined where nothing is served, or what is served was made in another way. */
export async function buildBefore(
  bench: Bench,
  root: string,
  recipe: string,
): Promise<BuildBefore | undefined> {
  const id = currentBuildId(root);
  if (id === undefined) return undefined;
  const folder = currentBuild(root);
  // A build of an older kind may lack the table: then it cannot be carried on.
  const inputs = await bench
    .rows<{ table: string; name: string; hash: string; recipe: string }>(
      `SELECT bronze_table AS "table", source_file AS name, content_hash AS hash, recipe
      FROM (${readTableSql(lakeInputs, folder)})`,
    )
    .catch(() => []);
  const same = inputs.length > 0 && inputs.every((input) => input.recipe === recipe);
  return same ? { id, folder, inputs } : undefined;
}

/** Inputs of the one that the other does not have. */
export function without(some: readonly Input[], others: readonly Input[]): Input[] {
  const known = new Set(others.map((input) => `${input.table}/${bronzePart(input)}`));
  return some.filter((input) => !known.has(`${input.table}/${bronzePart(input)}`));
}

export const bronzeFile = (buildFolder: string, input: Input) =>
  join(bronzeFolder(buildFolder, input.table), bronzePart(input));

/** Whether both are the same files with the same content. */
export function isSame(some: readonly Input[], others: readonly Input[]): boolean {
  return some.length === others.length && without(some, others).length === 0;
}

interface Account {
  readonly buildId: string;
  readonly loadedAt: Date;
  readonly recipe: string;
}

/**
 * SELECT of silver.lake_inputs; what was loaded before keeps its time and its build. A source without files is one
 * input, known by how it was made.
 */
export async function lakeInputsSql(
  bench: Bench,
  source: Source,
  inputs: readonly Input[],
  { buildId, loadedAt, recipe }: Account,
  before: BuildBefore | undefined,
): Promise<string> {
  const rows: string[] = [];
  for (const input of inputs) {
    const [counted] = await bench.rows<{ rows: number }>(
      `SELECT CAST(count(*) AS INTEGER) AS rows FROM read_parquet(${literal(bronzeFile(bench.folder, input))})`,
    );
    rows.push(`(${[input.table, input.name, input.hash].map(literal).join(', ')}, ${counted?.rows ?? 0})`);
  }
  if (rows.length === 0)
    rows.push(
      `('made', ${literal(source.name)}, ${literal(recipe)}, (SELECT row_count FROM (${source.received})))`,
    );
  const known = before ? readTableSql(lakeInputs, before.folder) : NOTHING_KNOWN;
  return `SELECT r.*, ${literal(recipe)} AS recipe, coalesce(k.loaded_by, ${literal(buildId)}) AS loaded_by,
      coalesce(k.loaded_at, TIMESTAMP ${literal(loadedAt.toISOString().slice(0, -1))}) AS loaded_at
    FROM (VALUES ${rows.join(', ')}) AS r(bronze_table, source_file, content_hash, row_count)
    LEFT JOIN (SELECT bronze_table, source_file, content_hash, loaded_at, loaded_by FROM (${known})) AS k
      USING (bronze_table, source_file, content_hash)`;
}

const NOTHING_KNOWN = `SELECT '' AS bronze_table, '' AS source_file, '' AS content_hash, NULL AS loaded_at,
  NULL AS loaded_by WHERE false`;
