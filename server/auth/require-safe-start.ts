import { env } from '#server/shared/env.ts';
import { unsafeSettings } from './safe-start.ts';

/** Ends the process with one clear line where it is not told enough, or where it is not safe to serve people so. */
export function requireSafeStart(): void {
  const problems = problemsOf(() => unsafeSettings(env(), process.env));
  if (problems.length === 0) return;
  process.stderr.write(`Retail Pulse does not start: ${problems.join('; ')}.\n`);
  process.exit(1);
}

function problemsOf(look: () => string[]): string[] {
  try {
    return look();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
