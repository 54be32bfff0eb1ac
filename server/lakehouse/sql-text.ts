/** A value as a SQL literal: file names hold quotes too. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
