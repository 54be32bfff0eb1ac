import type { Metadata } from 'next';
import { connection } from 'next/server';
import { PopupRelay } from '#components/sign-in/popup-relay.tsx';
import { SignInFrame } from '#components/sign-in/sign-in-frame.tsx';
import { providerOrigins } from '#server/shared/entra.ts';

export const metadata: Metadata = { title: 'Sign in' };

/** The window that a frame on the intranet opens to sign in. */
export default async function RelayPage() {
  await connection();
  return (
    <SignInFrame title="Sign in">
      <p className="mt-1 text-ink-muted">
        This window signs you in to the figures on your intranet, then closes.
      </p>
      <PopupRelay providerOrigins={providerOrigins()} />
    </SignInFrame>
  );
}
