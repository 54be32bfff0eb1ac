import type { SqlType } from '#server/gold/table.ts';

/** DuckDB's type for a type of the contract; lengths of text are not part of it and are checked apart. */
export function localType(sqlType: SqlType): string {
  if (sqlType === 'datetime2(3)') return 'TIMESTAMP';
  if (sqlType === 'bit') return 'BOOLEAN';
  if (sqlType === 'int') return 'INTEGER';
  if (sqlType.startsWith('decimal')) return sqlType.toUpperCase();
  return sqlType.includes('varchar') ? 'VARCHAR' : sqlType.toUpperCase();
}

/** Longest text the type holds, in characters; undefined where it is no text. */
export function textLength(sqlType: SqlType): number | undefined {
  const length = /varchar\((\d+)\)/.exec(sqlType)?.[1];
  return length === undefined ? undefined : Number(length);
}
