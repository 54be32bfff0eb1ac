/** Redis, in which live figures and alerts are kept, does not answer. */
export class LiveStoreAwayError extends Error {
  readonly code = 'LIVE_STORE_AWAY';
  constructor(options?: ErrorOptions) {
    super('The live store does not answer.', options);
    this.name = 'LiveStoreAwayError';
  }
}

/** What the live store was asked. @throws LiveStoreAwayError */
export async function ofLiveStore<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return asked.catch((cause: unknown) => {
    throw new LiveStoreAwayError({ cause });
  });
}
