const KEPT = Symbol.for('retail-pulse.remembered');

/** One value per process under a name: sockets and pools survive the development server's hot reload. */
export function remember<T>(name: string, make: () => T): T {
  const holder = globalThis as { [KEPT]?: Map<string, unknown> };
  const kept = holder[KEPT] ?? new Map<string, unknown>();
  holder[KEPT] = kept;
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as T;
}
