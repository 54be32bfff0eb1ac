const DECLARED = /@([A-Za-z_]\w*)\s+(?:AS\s+)?([A-Za-z]\w*(?:\s*\([^)]*\))?)/gi;

/** The types of sp_executesql's parameter list, `@from date, @n int`, by name without @. */
export function readDeclaration(declaration: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...declaration.matchAll(DECLARED)].map(([, name = '', type = '']) => [name.toLowerCase(), type]),
  );
}
