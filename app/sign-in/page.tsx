import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { SignIn } from '#components/sign-in/sign-in.tsx';
import { SignInFrame } from '#components/sign-in/sign-in-frame.tsx';
import { returnTo } from '#lib/return-to.ts';
import { getSession } from '#server/auth/session.ts';
import { signInConfiguration } from '#server/auth/sign-in-configuration.ts';
import { EntraUnreachableError } from '#server/shared/entra.ts';
import { log } from '#server/shared/log.ts';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  readonly searchParams: Promise<{ readonly returnTo?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  await connection();
  const asked = (await searchParams).returnTo;
  const next = returnTo(typeof asked === 'string' ? asked : undefined);
  if (await getSession()) redirect(next);
  const configuration = await signInConfiguration().catch(unreachable);
  return (
    <SignInFrame title="Sign in">
      <p className="mt-1 mb-6 text-ink-muted">Use your work account to see the sales of your stores.</p>
      {configuration ? (
        <SignIn configuration={configuration} returnTo={next} />
      ) : (
        <p role="alert" className="rounded-lg border border-warn/40 bg-warn/5 px-4 py-3 text-sm">
          The sign-in service cannot be reached at the moment. Please reload this page in a little while.
        </p>
      )}
    </SignInFrame>
  );
}

function unreachable(error: unknown): undefined {
  if (!(error instanceof EntraUnreachableError)) throw error;
  log('error', 'sign-in.provider-unreachable', { code: error.code });
}
