import { addressWith } from '#lib/address.ts';
import { type Comparison, chooseBasis, compare } from '#lib/comparison.ts';
import { figureFacts } from '#lib/figure-facts.ts';
import { formatPeriod, scopeInWords } from '#lib/figures.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import { type ChosenPeriod, choosePeriod, type Period, type SearchParams } from '#lib/period.ts';
import { channelInWords, chooseChannel } from '#lib/place-choice.ts';
import { holidayCountry } from '#lib/public-holidays.ts';
import { chooseCategory, type SalesNarrowing } from '#lib/sales-view.ts';
import type { ScopeOfStores } from '#lib/scope.ts';

/** What every panel of the page shares: which days, held against which, of what, out of which lake. */
export interface SalesView {
  readonly path: string;
  readonly search: SearchParams;
  readonly lake: LakeStatus;
  readonly held: Period;
  readonly chosen: ChosenPeriod;
  readonly period: Period;
  readonly comparison: Comparison;
  readonly narrowing: SalesNarrowing;
}

/** Reads an address as the page and its files read it. */
export function salesView(path: string, search: SearchParams, lake: LakeStatus): SalesView {
  const held = { from: lake.firstDate, to: lake.lastClosedDate };
  const chosen = choosePeriod(search, held);
  const { period, preset } = chosen;
  const country = holidayCountry(lake.timeZone);
  const comparison = compare(period, chooseBasis(search), held, { preset, country });
  const narrowing = { channel: chooseChannel(search), category: chooseCategory(search) };
  return { path, search, lake, held, chosen, period, comparison, narrowing };
}

/** What the questions of the page are asked about. */
export function periodsOf({ period, comparison }: SalesView) {
  return { period, basis: comparison.days };
}

/** The same view with one choice more, fewer or changed. */
export function addressOf(view: SalesView, changes: Parameters<typeof addressWith>[2]): string {
  return addressWith(view.path, view.search, changes);
}

/** Where a table of this view is had as a file. */
export function exportAddress(table: string, view: SalesView): string {
  return addressWith(`/api/export/${table}`, view.search);
}

/** What sales are narrowed to, in words; empty where they are not. */
export function narrowingInWords({ channel, category }: SalesNarrowing): string {
  const words = [channel && channelInWords(channel), category];
  return words.filter(Boolean).join(', ');
}

/** What a figure of the page covers and how old it is, for its definition. */
export function salesFacts(
  { lake, period, comparison, narrowing }: SalesView,
  scope: ScopeOfStores,
  { queriedAt, question }: { readonly queriedAt: number; readonly question: string },
) {
  const narrowed = narrowingInWords(narrowing);
  return figureFacts(lake, {
    covers: `${formatPeriod(period)}. ${scopeInWords(scope)}${narrowed ? `. ${narrowed}` : ''}`,
    ...{ queriedAt, question, more: [['Basis', comparison.words]] },
  });
}
