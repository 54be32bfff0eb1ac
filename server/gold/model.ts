import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LakeTable } from './table.ts';

/** The T-SQL SELECT that makes a gold table out of silver; the same text for Synapse and for the local engine. */
export function goldModel(table: LakeTable): string {
  return readFileSync(join(import.meta.dirname, 'models', `${table.name}.sql`), 'utf8');
}
