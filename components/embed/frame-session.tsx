'use client';
import { lazy, Suspense } from 'react';
import { useSessionEnd } from '#components/sign-in/use-session-end.ts';
import type { SignInConfiguration } from '#lib/sign-in-configuration.ts';

// Brings MSAL with it: loaded only once the session has ended.
const FrameSignIn = lazy(async () => ({ default: (await import('./frame-sign-in.tsx')).FrameSignIn }));

/** Keeps the session; once it has ended, sign-in is offered in place and the figures stay as they were. */
export function FrameSession({
  configuration,
  ownTab,
}: {
  configuration: SignInConfiguration;
  ownTab: string;
}) {
  const { ended } = useSessionEnd();
  if (!ended) return null;
  return (
    <div className="mt-4 rounded-xl border border-line bg-surface">
      <Suspense fallback={null}>
        <FrameSignIn configuration={configuration} ownTab={ownTab} />
      </Suspense>
    </div>
  );
}
