import type { z } from 'zod';
import { readJson } from '../read-body.ts';
import { refusedNames } from './query.ts';

/** What was sent cannot be read. The message names what is wrong and repeats no value. */
export class BodyRefusedError extends Error {
  readonly code = 'BAD_BODY';
  constructor(names: readonly string[]) {
    super(`Not understood: ${names.map((name) => name || 'the body').join(', ')}.`);
    this.name = 'BodyRefusedError';
  }
}

/** The body of a request as its schema reads it. @throws BodyRefusedError */
export async function readBodyAs<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
): Promise<z.output<Schema>> {
  const read = schema.safeParse(await readJson(request));
  if (read.success) return read.data;
  throw new BodyRefusedError(refusedNames(read.error));
}
