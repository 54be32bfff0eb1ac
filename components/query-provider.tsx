'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import '#components/locale-of-page.ts';
import { type ReactNode, useState } from 'react';

/** Figures arrive by stream or with the page; nothing is fetched again merely because a window was focused. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
