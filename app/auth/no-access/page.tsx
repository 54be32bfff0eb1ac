import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInFrame } from '#components/sign-in/sign-in-frame.tsx';
import { SignOutButton } from '#components/sign-in/sign-out-button.tsx';
import { HOME } from '#lib/return-to.ts';
import { PAGES, type PageName, ROLES } from '#lib/roles.ts';
import { knownAccess } from '#server/auth/access.ts';
import { type Authority, authorityOf } from '#server/auth/authority.ts';
import { Refusal } from '#server/auth/refusals.ts';
import { getSession } from '#server/auth/session.ts';

export const metadata: Metadata = { title: 'No access' };

const REMEDIES: Readonly<Record<string, string>> = {
  NO_ROLE: 'Ask your administrator to give this account a role.',
  NO_STORES: 'Ask your administrator to assign your stores or regions to this account.',
  ACCOUNT_BLOCKED: 'Ask your administrator why.',
  AUTHORITY_UNKNOWN: 'Please wait a few minutes.',
  ROLE_REFUSED: 'Ask your administrator if you need this page for your work.',
};

interface NoAccessPageProps {
  readonly searchParams: Promise<{ readonly page?: string | string[]; readonly busy?: string }>;
}

export default async function NoAccessPage({ searchParams }: NoAccessPageProps) {
  const session = await getSession();
  if (!session) redirect('/sign-in');
  const { page, busy } = await searchParams;
  const asked = Object.hasOwn(PAGES, String(page)) ? PAGES[page as PageName].roles : ROLES;
  const refusal = await refusalOf(async () => authorityOf(session, asked, await knownAccess()));
  if (!refusal && busy !== undefined)
    return (
      <SignInFrame title="One moment">
        <p className="mt-2">That was a lot at once. Please wait a moment, then go on.</p>
        <a href={HOME} className="mt-4 inline-block font-medium text-accent hover:underline">
          Go on
        </a>
      </SignInFrame>
    );
  if (!refusal) redirect(HOME);
  return (
    <SignInFrame title="No access">
      <p className="mt-2">{refusal.message}</p>
      <p className="mt-2">{REMEDIES[refusal.code]} Then sign out and in again.</p>
      <p className="mt-4 mb-6 border-t border-line pt-4 text-sm text-ink-muted">
        Signed in as <strong className="font-medium text-ink">{session.person.name}</strong> (
        {session.person.account})
      </p>
      <SignOutButton />
    </SignInFrame>
  );
}

async function refusalOf(prove: () => Promise<Authority>): Promise<Refusal | undefined> {
  try {
    await prove();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
