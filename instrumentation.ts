/** Runs once, before the first request: what is not safe to start says so in one line and ends. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { env } = await import('#server/shared/env.ts');
  const { unsafeSettings } = await import('#server/auth/safe-start.ts');
  const problems = startProblems(() => unsafeSettings(env(), process.env));
  if (problems.length === 0) return;
  process.stderr.write(`Retail Pulse does not start: ${problems.join('; ')}.\n`);
  process.exit(1);
}

function startProblems(look: () => string[]): string[] {
  try {
    return look();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
