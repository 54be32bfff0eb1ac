'use client';
import { runPopupRelay } from '@azure/msal-browser/popup-relay';
import { useState, useSyncExternalStore } from 'react';
import { signInProblem } from './sign-in-problem.ts';

/** A window of our own between the frame and the provider: what a frame stores apart, a window does not. */
export function PopupRelay({ providerOrigins }: { providerOrigins: readonly string[] }) {
  const [problem, setProblem] = useState<string>();
  // A tap before the script has come would do nothing and look as if it had.
  const isReady = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

  function go() {
    try {
      runPopupRelay({ protocolVersion: 2, allowedAuthorityOrigins: [...providerOrigins] });
    } catch (error) {
      setProblem(signInProblem(error).sentence);
    }
  }

  return (
    <>
      <button
        type="button"
        onClick={go}
        disabled={!isReady}
        className="mt-4 w-full rounded-lg bg-accent px-4 py-3 font-medium text-on-accent hover:opacity-90 disabled:opacity-60"
      >
        Continue to Microsoft
      </button>
      {problem ? (
        <p role="alert" className="mt-4 text-sm">
          {problem}
        </p>
      ) : null}
    </>
  );
}
