/**
 * SELECT that has every given column: NULL, of the given DuckDB type, in those that the inner SELECT does not have.
 * What a source does not know is unknown, not zero. Columns that are not asked for pass through.
 */
export function withUnknownColumns(select: string, types: Readonly<Record<string, string>>): string {
  const unknown = Object.entries(types).map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`);
  if (unknown.length === 0) return select;
  return `SELECT * FROM (SELECT ${unknown.join(', ')} WHERE false UNION ALL BY NAME SELECT * FROM (${select}))`;
}
