/** Runs once, before the first request; a build runs it too, and is told nothing yet. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || process.env['NEXT_PHASE'] === 'phase-production-build')
    return;
  const { requireSafeStart } = await import('#server/auth/require-safe-start.ts');
  requireSafeStart();
}
