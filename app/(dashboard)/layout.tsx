import type { ReactNode } from 'react';
import { NewVersion } from '#components/navigation/new-version.tsx';
import { PageLabel } from '#components/navigation/page-label.tsx';
import { PrivacyToggle } from '#components/navigation/privacy-toggle.tsx';
import { SideRail } from '#components/navigation/side-rail.tsx';
import { TopBar } from '#components/navigation/top-bar.tsx';
import { SessionRenewal } from '#components/sign-in/session-renewal.tsx';
import { SignOutButton } from '#components/sign-in/sign-out-button.tsx';
import { ROLE_TITLES } from '#lib/roles.ts';
import { requireSignedIn } from '#server/auth/require-role.ts';
import { buildVersion } from '#server/shared/build-version.ts';

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { person, role } = await requireSignedIn();
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-30 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-2.5 focus:shadow-lg"
      >
        Skip to the page
      </a>
      <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[14.5rem_minmax(0,1fr)] print:block">
        <SideRail role={role}>
          <span className="min-w-0 flex-1 basis-24 leading-tight">
            <span className="block truncate font-medium">{person.name}</span>
            <span className="block truncate text-xs text-ink-muted">{ROLE_TITLES[role]}</span>
          </span>
          <PrivacyToggle />
          <SignOutButton />
        </SideRail>
        <div className="min-w-0">
          <TopBar>
            <PrivacyToggle />
          </TopBar>
          {/* A screen high at least: what stands below it is not pushed about while the page comes. */}
          <main
            id="content"
            tabIndex={-1}
            className="mx-auto min-h-dvh max-w-[90rem] px-4 py-6 outline-none sm:px-6 print:min-h-0"
          >
            {children}
          </main>
          <PageLabel />
        </div>
      </div>
      <NewVersion version={buildVersion()} />
      <SessionRenewal />
    </>
  );
}
