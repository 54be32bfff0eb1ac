import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { QueryProvider } from '#components/query-provider.tsx';
import { StyleNonce } from '#components/style-nonce.tsx';
import { nonceIn } from '#lib/content-security-policy.ts';
import { localeNow } from '#lib/locale.ts';
import { figuresAreHidden } from '#lib/privacy.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Retail Pulse', template: '%s · Retail Pulse' },
  description: 'The live and the settled figures of a retail chain.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f6f8' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1014' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made ahead of the request has no nonce, and its scripts would not run.
  await connection();
  const asked = await headers();
  const hidden = figuresAreHidden(asked.get('cookie'));
  return (
    <html
      lang="en-GB"
      data-locale={localeNow()}
      data-privacy={hidden ? 'on' : undefined}
      suppressHydrationWarning
    >
      <body className="min-h-dvh bg-canvas font-sans text-ink antialiased">
        <StyleNonce nonce={nonceIn(asked.get('content-security-policy'))} />
        <NuqsAdapter>
          <QueryProvider>{children}</QueryProvider>
        </NuqsAdapter>
      </body>
    </html>
  );
}
