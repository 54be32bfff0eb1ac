import { literal } from '../sql-text.ts';
import type { Version } from './declaration.ts';

/** SQL of a version that sorts as it says: later is larger, and what has none or cannot be read is NULL. */
export function versionSql(version: Version, text: (column: string) => string): string {
  if (typeof version === 'string') return `TRY_CAST(trim(${text(version)}) AS DECIMAL(38,9))`;
  return `try_strptime(trim(${text(version.column)}), ${literal(version.date)})`;
}

/**
 * ORDER BY that puts the latest first: by the source's own version, a row without one last; between equal versions
 * the content decides, never the order of arrival.
 */
export function latestFirstSql(
  version: Version | undefined,
  columns: readonly string[],
  text: (column: string) => string,
): string {
  const newest = version ? `${versionSql(version, text)} DESC NULLS LAST, ` : '';
  return `${newest}md5(CAST((${columns.map(text).join(', ')}) AS VARCHAR)) DESC`;
}
