import type { ReactNode } from 'react';
import { TopBar } from '#components/navigation/top-bar.tsx';
import { SessionRenewal } from '#components/sign-in/session-renewal.tsx';
import { SignOutButton } from '#components/sign-in/sign-out-button.tsx';
import { ROLE_TITLES } from '#lib/roles.ts';
import { requireSignedIn } from '#server/auth/require-role.ts';

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { person, role } = await requireSignedIn();
  return (
    <>
      <TopBar role={role}>
        <span className="text-right leading-tight">
          <span className="block font-medium">{person.name}</span>
          <span className="block text-xs text-ink-muted">{ROLE_TITLES[role]}</span>
        </span>
        <SignOutButton />
      </TopBar>
      <main className="mx-auto max-w-[90rem] px-4 py-6 sm:px-6">{children}</main>
      <SessionRenewal />
    </>
  );
}
