'use client';
import { useEffect, useState } from 'react';
import { createMsalClient } from '#components/sign-in/msal-client.ts';
import { startSession } from '#components/sign-in/session-request.ts';
import { type SignInProblem, signInProblem } from '#components/sign-in/sign-in-problem.ts';
import type { SignInConfiguration } from '#lib/sign-in-configuration.ts';
import { frameLimit } from './frame-limit.ts';

interface FrameSignInProps {
  readonly configuration: SignInConfiguration;
  /** This page, to open in a tab of its own where the frame cannot hold a session. */
  readonly ownTab: string;
}

/** Sign-in without leaving the frame: in a window, because the provider lets nobody frame it. */
export function FrameSignIn({ configuration, ownTab }: FrameSignInProps) {
  const [limit, setLimit] = useState<string>();
  const [problem, setProblem] = useState<SignInProblem>();
  const [busy, setBusy] = useState(true);
  useEffect(() => {
    setLimit(frameLimit());
    setBusy(false);
  }, []);

  async function begin() {
    setBusy(true);
    setProblem(undefined);
    try {
      const msal = createMsalClient(configuration, { inFrame: true });
      await msal.initialize();
      const answer = await msal.loginPopup({
        scopes: [configuration.scope],
        prompt: 'select_account',
        // A window somebody closed counts as open for ever otherwise.
        overrideInteractionInProgress: true,
      });
      await startSession(answer.accessToken);
      window.location.reload();
    } catch (error) {
      setProblem(signInProblem(error));
      setBusy(false);
    }
  }

  const said = limit ?? problem?.sentence;
  return (
    <div className="mx-auto max-w-md px-6 py-10 text-center">
      <h1 className="text-lg font-semibold">Sign in to see the figures</h1>
      {limit === undefined ? (
        <button
          type="button"
          onClick={begin}
          disabled={busy}
          className="mt-4 rounded-lg bg-accent px-5 py-2.5 font-medium text-on-accent hover:opacity-90 disabled:opacity-60"
        >
          Sign in with Microsoft
        </button>
      ) : null}
      {said ? (
        <div role="alert" className="mt-4 rounded-lg border border-warn/40 bg-warn/5 px-4 py-3 text-sm">
          <p>{said}</p>
          {problem ? <p className="mt-1 text-xs text-ink-muted">{problem.code}</p> : null}
        </div>
      ) : null}
      <p className="mt-4 text-sm">
        <a href={ownTab} target="_blank" rel="noopener" className="font-medium text-accent hover:underline">
          Open in a tab of its own
        </a>
      </p>
    </div>
  );
}
