import type { z } from 'zod';

/** What people did or decided cannot be written down or read: then it was not done. */
export class LedgerUnavailableError extends Error {
  readonly code = 'LEDGER_UNAVAILABLE';
  constructor(options?: ErrorOptions) {
    super('The ledger cannot be written or read', options);
    this.name = 'LedgerUnavailableError';
  }
}

/** What Redis answers. @throws LedgerUnavailableError where it does not */
export async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new LedgerUnavailableError({ cause });
  }
}

/** What is kept as JSON. @throws LedgerUnavailableError for what this product did not write: nothing is guessed */
export function readKept<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new LedgerUnavailableError({ cause });
  }
}
