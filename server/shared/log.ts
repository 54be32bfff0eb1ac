type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One JSON line per event on stdout, for the operator's collector. Never put SQL text, tokens or names of people in it. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: Fields = {}): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
}
