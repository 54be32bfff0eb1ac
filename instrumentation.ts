/** Runs once, before the first request. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { requireSafeStart } = await import('#server/auth/require-safe-start.ts');
    requireSafeStart();
    const { tellReaderLocale } = await import('#server/shared/reader-locale.ts');
    tellReaderLocale();
    const { keepRawResponses } = await import('#server/live/raw-response.ts');
    keepRawResponses('/api/live');
    const { keepFrontDoor } = await import('#server/auth/front-door.ts');
    keepFrontDoor();
    const { drainOnGoodbye } = await import('#server/shared/drain.ts');
    drainOnGoodbye();
  }
}
