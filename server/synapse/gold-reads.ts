import { GOLD_TABLES } from '#server/gold/contract.ts';
import { type LakeTable, qualifiedName } from '#server/gold/table.ts';

const BY_NAME: ReadonlyMap<string, LakeTable> = new Map(
  GOLD_TABLES.map((table) => [qualifiedName(table), table]),
);

/** One mention of a view after FROM or JOIN. */
export interface GoldRead {
  readonly view: string;
  /** What the question calls it; empty where it gives it no name. */
  readonly alias: string;
  /** Undefined where no gold table has that name. */
  readonly table: LakeTable | undefined;
}

/** The views a question reads, in the order they stand in its text. */
export function goldReads(sql: string): GoldRead[] {
  const found = sql.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]\w*\.[a-z_]\w*)(?:\s+AS\s+([a-z]\w*))?/gi);
  return [...found].map(([, view = '', alias = '']) => ({ view, alias, table: BY_NAME.get(view) }));
}
