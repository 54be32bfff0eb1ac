import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Role } from '#lib/roles.ts';
import { env } from '#server/shared/env.ts';
import { sealSession } from './sealed-session.ts';

/*
 * For tests: a route handler answers in plain Node as it does within the framework, with the very guards it has. So no
 * test of who may do what has to wait for a build.
 */
(globalThis as { AsyncLocalStorage?: unknown }).AsyncLocalStorage ??= AsyncLocalStorage;
const { workAsyncStorage } = await import('next/dist/server/app-render/work-async-storage.external.js');
const { workUnitAsyncStorage } = await import(
  'next/dist/server/app-render/work-unit-async-storage.external.js'
);

/** Whoever asks in a test. */
export interface TrialPerson {
  readonly id?: string;
  readonly roles: readonly Role[];
  readonly stores?: readonly string[];
  readonly regions?: readonly string[];
}

/** The Cookie header of a session that began just now. */
export async function trialCookie({
  id = randomUUID(),
  roles,
  stores = [],
  regions = [],
}: TrialPerson): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const person = { id, name: 'Somebody', account: `${roles[0] ?? 'nobody'}@contoso.test` };
  const times = { signedInAt: now, expiresAt: now + 3_600 };
  const session = { id: randomUUID(), person, roles, stores, regions, ...times };
  return `__Host-rp_session=${await sealSession(session, env().SESSION_SECRET)}`;
}

/** Calls a handler as the framework does: what it reads of the request it finds. */
export function asked<Answer>(request: Request, handler: (request: Request) => Answer): Answer {
  const work = { route: new URL(request.url).pathname } as never;
  const unit = { type: 'request', phase: 'action', headers: request.headers } as never;
  return workAsyncStorage.run(work, () => workUnitAsyncStorage.run(unit, () => handler(request)));
}
