import { type ReactNode, Suspense } from 'react';
import { type Choice, Choices } from '#components/controls/choices.tsx';
import { PanelEmpty, PanelLoading } from '#components/panel/panel-states.tsx';
import { addressWith } from '#lib/address.ts';
import { ALL, type BasketSlice, chooseSlice, LEVELS, SEASONS } from '#lib/affinity.ts';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listBasketSlices } from '#server/synapse/baskets/list-basket-slices.ts';
import { Asked } from '../asked.tsx';
import { RulesPanel } from './rules-panel.tsx';

/** What is bought together more often than chance has it. */
export async function BasketsPanels({ search, title }: { search: SearchParams; title?: ReactNode }) {
  await requirePage('baskets');
  return (
    <>
      {title}
      <p className="max-w-3xl text-sm text-ink-muted">
        What customers buy together more often than chance has it. That is an association, not an uplift: it
        does not say that offering the one sells the other. Only a test can say that.
      </p>
      <Suspense fallback={<PanelLoading className="mt-4 h-[50rem]" />}>
        <Asked ask={() => listBasketSlices({})}>
          {({ rows }) => <Slices slices={rows} search={search} />}
        </Asked>
      </Suspense>
    </>
  );
}

function Slices({ slices, search }: { slices: readonly BasketSlice[]; search: SearchParams }) {
  const chosen = chooseSlice(search, slices);
  const slice = slices.find(
    ({ level, storeFormat, season }) =>
      level === chosen.level && storeFormat === chosen.storeFormat && season === chosen.season,
  );
  if (!slice) return <PanelEmpty>No basket was sold in the window.</PanelEmpty>;
  const held = (field: 'level' | 'storeFormat' | 'season') => [...new Set(slices.map((one) => one[field]))];
  const choices = (name: string, current: string, titles: Readonly<Record<string, string>>): Choice[] =>
    Object.entries(titles).map(([value, title]) => ({
      title,
      href: addressWith(PAGES.baskets.path, search, { [name]: value }),
      isChosen: value === current,
    }));
  const among = (titles: Readonly<Record<string, string>>, values: readonly string[]) =>
    Object.fromEntries(Object.entries(titles).filter(([value]) => values.includes(value)));
  const formats = Object.fromEntries(
    held('storeFormat').map((format) => [format, format === ALL ? 'All formats' : titled(format)]),
  );
  return (
    <>
      <div className="mt-4 mb-4 flex flex-wrap gap-3 [&_nav]:flex-wrap">
        <Choices label="Level" choices={choices('level', chosen.level, among(LEVELS, held('level')))} />
        <Choices label="Store format" choices={choices('format', chosen.storeFormat, formats)} />
        <Choices label="Season" choices={choices('season', chosen.season, among(SEASONS, held('season')))} />
      </div>
      <Suspense
        key={`${chosen.level} ${chosen.storeFormat} ${chosen.season}`}
        fallback={<PanelLoading className="h-[50rem]" />}
      >
        <RulesPanel slice={slice} />
      </Suspense>
    </>
  );
}

const titled = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
