import type { Metadata } from 'next';
import { connection } from 'next/server';
import { RedirectBridge } from '#components/sign-in/redirect-bridge.tsx';

export const metadata: Metadata = { title: 'Signing in' };

/** Where the identity provider sends its answer; registered with it by this address. */
export default async function RedirectPage() {
  await connection();
  return (
    <main className="grid min-h-dvh place-items-center px-4 text-ink-muted">
      <RedirectBridge />
    </main>
  );
}
