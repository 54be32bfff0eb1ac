'use client';
import { useQuery } from '@tanstack/react-query';

const LOOK_EVERY_MS = 5 * 60_000;

async function versionServed(): Promise<string> {
  const response = await fetch('/api/health', { cache: 'no-store' });
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  return ((await response.json()) as { version: string }).version;
}

/**
 * Says that the server has moved on since this page was opened: a dashboard stays open for days, and a release must not
 * pull the page away from under its reader. @param version of the build that painted the page
 */
export function NewVersion({ version }: { version: string }) {
  const { data: served = version } = useQuery({
    queryKey: ['version'],
    queryFn: versionServed,
    initialData: version,
    staleTime: LOOK_EVERY_MS,
    refetchInterval: LOOK_EVERY_MS,
    refetchOnWindowFocus: 'always',
    retry: false,
  });
  if (served === version) return null;
  return (
    <p
      role="status"
      className="fixed inset-x-4 bottom-4 z-20 mx-auto w-fit rounded-lg border border-line bg-surface px-4 py-2 text-sm shadow-lg print:hidden"
    >
      A new version of this page is ready.{' '}
      <button
        type="button"
        onClick={() => window.location.reload()}
        className="font-medium text-accent hover:underline"
      >
        Reload
      </button>
    </p>
  );
}
