'use client';
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { useEffect, useState } from 'react';
import { signInProblem } from './sign-in-problem.ts';

const CLOSE_DELAY_MS = 600;

/** Hands the provider's answer to the page that asked for it: the sign-in page, or the page around a hidden frame. */
export function RedirectBridge() {
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    // MSAL closes this window right after it has broadcast; a busy machine may see it closed before it hears the answer.
    const close = window.close.bind(window);
    window.close = () => setTimeout(close, CLOSE_DELAY_MS);
    broadcastResponseToMainFrame().catch((error: unknown) => setProblem(signInProblem(error).sentence));
  }, []);
  if (!problem) return <p role="status">Signing you in…</p>;
  return (
    <div role="alert">
      <p>{problem}</p>
      <a href="/sign-in" className="mt-3 inline-block font-medium text-accent hover:underline">
        Back to sign-in
      </a>
    </div>
  );
}
