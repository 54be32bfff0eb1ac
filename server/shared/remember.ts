/** One value per process under a name: sockets and pools survive the development server's hot reload. */
export function remember<T>(name: string, make: () => T): T {
  const kept = ((globalThis as { __remembered?: Map<string, unknown> }).__remembered ??= new Map());
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as T;
}
