import type { Metadata } from 'next';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePlaceScope } from '../place-scope.ts';
import { ForecastPanels } from './forecast-panels.tsx';

export const metadata: Metadata = { title: PAGES.forecast.title };

export default async function ForecastPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  await requirePlaceScope('forecast', search);
  return (
    <ForecastPanels
      search={search}
      path={PAGES.forecast.path}
      title={<h1 className="text-2xl font-semibold tracking-tight">{PAGES.forecast.title}</h1>}
    />
  );
}
