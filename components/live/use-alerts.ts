import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Alert } from '#lib/alert.ts';
import type { AlertDeed } from '#lib/alert-deed.ts';

const EVERY_MS = 5_000;

async function fetchAlerts(): Promise<readonly Alert[]> {
  const response = await fetch('/api/v1/alerts', { cache: 'no-store' });
  if (!response.ok) throw new Error(`alerts: ${response.status}`);
  return ((await response.json()) as { alerts: Alert[] }).alerts;
}

export type DoDeed = (id: string, deed: AlertDeed) => Promise<boolean>;

interface AlertsView {
  /** Undefined where they could not be judged. */
  readonly alerts: readonly Alert[] | undefined;
  readonly isAway: boolean;
  /** The last deed could not be noted. */
  readonly hasFailed: boolean;
  readonly act: DoDeed;
}

/** What is open for a person, and what they do about it. @param audience whom the list is for: no list is shown to another */
export function useAlerts(initial: readonly Alert[] | null, audience: string): AlertsView {
  const client = useQueryClient();
  const key = ['alerts', audience];
  const { data, isError } = useQuery({
    queryKey: key,
    queryFn: fetchAlerts,
    refetchInterval: EVERY_MS,
    retry: false,
    ...(initial && { initialData: initial }),
  });
  const [hasFailed, setFailed] = useState(false);
  const act: DoDeed = async (id, deed) => {
    const response = await fetch('/api/v1/alerts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, ...deed }),
    }).catch(() => null);
    const isNoted = response?.ok || response?.status === 409; // 409: it has resolved in the meantime.
    setFailed(!isNoted);
    await client.invalidateQueries({ queryKey: key });
    return isNoted;
  };
  return { alerts: data, isAway: isError || !data, hasFailed, act };
}
