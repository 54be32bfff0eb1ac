import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AlertQueuePanel } from '#components/live/alert-queue-panel.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { PAGES } from '#lib/roles.ts';
import { scopeKey } from '#lib/scope.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { listAlerts } from '../today/open-alerts.ts';

export const metadata: Metadata = { title: PAGES.alerts.title };

export default async function AlertsPage() {
  await requirePage('alerts');
  return (
    <>
      <h1 className="sr-only">{PAGES.alerts.title}</h1>
      <Suspense fallback={<PanelLoading className="h-96" />}>
        <Queue />
      </Suspense>
    </>
  );
}

async function Queue() {
  const { role, scope, person } = await requirePage('alerts');
  const askAlerts = async () => {
    const { currency, timeZone, stale } = await getLakeStatus();
    const alerts = await listAlerts({ role, scope }).catch(() => null); // The live store is away: the list says so.
    return { alerts, currency, timeZone, stale };
  };
  return (
    <Asked ask={askAlerts}>
      {({ alerts, currency, timeZone }) => (
        <AlertQueuePanel
          initial={alerts}
          audience={`${role} ${scopeKey(scope)}`}
          currency={currency}
          account={person.account}
          timeZone={timeZone}
        />
      )}
    </Asked>
  );
}
