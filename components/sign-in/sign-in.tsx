'use client';
import { InteractionStatus } from '@azure/msal-browser';
import { MsalProvider, useMsal } from '@azure/msal-react';
import { useEffect, useState } from 'react';
import type { SignInConfiguration } from '#lib/sign-in-configuration.ts';
import { createMsalClient } from './msal-client.ts';
import { startSession } from './session-request.ts';
import { type SignInProblem, signInProblem } from './sign-in-problem.ts';

interface SignInProps {
  readonly configuration: SignInConfiguration;
  /** A checked path of this app. */
  readonly returnTo: string;
}

export function SignIn(props: SignInProps) {
  const [msal] = useState(() => createMsalClient(props.configuration));
  return (
    <MsalProvider instance={msal}>
      <SignInButton {...props} />
    </MsalProvider>
  );
}

function SignInButton({ configuration: { scope }, returnTo }: SignInProps) {
  const { instance, inProgress } = useMsal();
  const [finishing, setFinishing] = useState(false);
  const [problem, setProblem] = useState<SignInProblem>();

  // Coming back from the provider. It may run twice; MSAL hands out the same answer and the session POST is idempotent.
  useEffect(() => {
    async function finish() {
      await instance.initialize();
      const answer = await instance.handleRedirectPromise();
      if (!answer) return;
      setFinishing(true);
      await startSession(answer.accessToken);
      window.location.replace(returnTo);
    }
    finish().catch((error: unknown) => {
      setFinishing(false);
      setProblem(signInProblem(error));
    });
  }, [instance, returnTo]);

  async function begin() {
    setProblem(undefined);
    // On a shared tablet the account is a choice, even where the provider still remembers one.
    const request = { scopes: [scope], prompt: 'select_account' };
    await instance.loginRedirect(request).catch((error: unknown) => setProblem(signInProblem(error)));
  }

  const busy = finishing || inProgress !== InteractionStatus.None;
  return (
    <>
      <button
        type="button"
        onClick={begin}
        disabled={busy}
        className="flex w-full items-center justify-center gap-3 rounded-lg bg-accent px-4 py-3 font-medium text-on-accent transition-opacity hover:opacity-90 disabled:opacity-60"
      >
        <MicrosoftMark />
        {finishing ? 'Signing you in…' : 'Sign in with Microsoft'}
      </button>
      <p role="status" className="sr-only">
        {finishing && 'Signing you in…'}
      </p>
      {problem && (
        <div role="alert" className="mt-4 rounded-lg border border-bad/40 bg-bad/5 px-4 py-3 text-sm">
          <p>{problem.sentence}</p>
          <p className="mt-1 text-xs text-ink-muted">{problem.code}</p>
        </div>
      )}
    </>
  );
}

function MicrosoftMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 21 21" className="size-4.5 fill-current">
      <path d="M1 1h9v9H1zM11 1h9v9h-9zM1 11h9v9H1zM11 11h9v9h-9z" />
    </svg>
  );
}
