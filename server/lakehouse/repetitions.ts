/**
 * SELECT of source_file, source_line and copy for the rows of a bronze table that are there more than once: 1 for the
 * first by file and line, 2 for the next … Rows are first told apart by a hash, which is many times cheaper than
 * putting all of them in order; rows that only share a hash come out as the first of their own.
 */
export function repetitionsSql(table: string, columns: readonly string[]): string {
  const all = columns.join(', ');
  return `SELECT source_file, source_line,
      row_number() OVER (PARTITION BY ${all} ORDER BY source_file, source_line) AS copy
    FROM bronze.${table} WHERE hash(${all}) IN (
      SELECT hash(${all}) FROM bronze.${table} GROUP BY 1 HAVING count(*) > 1)`;
}

/** Joins them to the rows of that table, `l`, as `r`; a row has the place `coalesce(r.copy, 1)`. */
export function joinRepetitionsSql(table: string, columns: readonly string[]): string {
  return `LEFT JOIN (${repetitionsSql(table, columns)}) AS r
    ON r.source_file = l.source_file AND r.source_line = l.source_line`;
}
