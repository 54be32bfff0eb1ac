import type { Metadata } from 'next';
import { connection } from 'next/server';
import { SignInFrame } from '#components/sign-in/sign-in-frame.tsx';
import { SignOut } from '#components/sign-in/sign-out.tsx';
import { signInConfiguration } from '#server/auth/sign-in-configuration.ts';
import { EntraUnreachableError } from '#server/shared/entra.ts';

export const metadata: Metadata = { title: 'Sign out' };

/** The session here has already ended; this is the way out of the identity provider. */
export default async function SignOutPage() {
  await connection();
  const configuration = await signInConfiguration().catch((error: unknown) => {
    if (error instanceof EntraUnreachableError) return undefined;
    throw error;
  });
  return (
    <SignInFrame title="Sign out">
      <div className="mt-2 text-ink-muted">
        <SignOut configuration={configuration} />
        <a href="/sign-in" className="mt-4 inline-block font-medium text-accent hover:underline">
          Sign in again
        </a>
      </div>
    </SignInFrame>
  );
}
