import type { Staleness } from '#lib/answer.ts';
import { chooseComp, isCompStore } from '#lib/comp-stores.ts';
import { type Comparison, chooseBasis, compare } from '#lib/comparison.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import { choosePeriod, daysIn, type Period, type PeriodPreset, type SearchParams } from '#lib/period.ts';
import { periodAddress } from '#lib/period-address.ts';
import { holidayCountry } from '#lib/public-holidays.ts';
import { pairStores, type StorePair } from '#lib/sales-bridge.ts';
import type { RowScope } from '#lib/scope.ts';
import type { StoreFigures } from '#lib/store-figures.ts';
import { listStoreFigures } from '#server/synapse/stores/list-store-figures.ts';
import { listStores, type Store } from '#server/synapse/stores/list-stores.ts';

/** What the panels of a page about stores share: which days, held against which, of which stores, out of which lake. */
export interface StoresView {
  readonly lake: LakeStatus;
  readonly held: Period;
  readonly period: Period;
  readonly preset: PeriodPreset | null;
  readonly notice: string | null;
  readonly comparison: Comparison;
  /** Comparable stores only. */
  readonly comp: boolean;
}

export function storesView(search: SearchParams, lake: LakeStatus): StoresView {
  const held = { from: lake.firstDate, to: lake.lastClosedDate };
  const { period, preset, notice } = choosePeriod(search, held);
  const choice = { preset, country: holidayCountry(lake.timeZone), leavesOut: true };
  const comparison = compare(period, chooseBasis(search), held, choice);
  return { lake, held, period, preset, notice, comparison, comp: chooseComp(search) };
}

/** Where a table of this view is had as a file. */
export function storesExport(
  table: string,
  { preset, period, comparison, comp }: StoresView,
  more: Readonly<Record<string, string>> = {},
): string {
  const address = periodAddress(`/api/export/${table}`, { preset, period, basis: comparison.basis, comp });
  const rest = new URLSearchParams(more).toString();
  return rest === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${rest}`;
}

export interface ComparedStores {
  readonly stores: readonly Store[];
  /** Figures of the whole period: what is shown. */
  readonly period: readonly StoreFigures[];
  /** Store by store the days that have a counterpart beside it: what changes are taken from. Empty without a fair basis. */
  readonly pairs: readonly StorePair[];
  /** Of these, the comparable stores. */
  readonly compPairs: readonly StorePair[];
  readonly compStores: ReadonlySet<string>;
  /** The source held more stores than a page may fetch. */
  readonly truncated: boolean;
  readonly queriedAt: number;
  readonly stale: Staleness | null;
}

/** What the stores of a scope did in a period and in its basis. @throws one of the errors of the data layer */
export async function askComparedStores(view: StoresView, scope: RowScope): Promise<ComparedStores> {
  const { period, comparison, comp } = view;
  const { days, matched, isFair } = comparison;
  const isWhole = matched.length === 1 && daysIn(matched[0]) === daysIn(period);
  const [stores, whole, part] = await Promise.all([
    listStores({}, scope),
    listStoreFigures({ period: [period], basis: days }, scope),
    isWhole ? null : listStoreFigures({ period: matched, basis: days }, scope),
  ]);
  const isComp = (store: Store) => isCompStore(store, period, comparison);
  const compStores = new Set(stores.rows.filter(isComp).map(({ storeId }) => storeId));
  const wanted = ({ storeId }: { readonly storeId: string }) => !comp || compStores.has(storeId);
  const of = (rows: typeof whole.rows, name: 'period' | 'basis') =>
    rows.filter((row) => row.part === name && wanted(row));
  const compared = (part ?? whole).rows;
  const pairs = isFair ? pairStores(of(compared, 'period'), of(compared, 'basis')) : [];
  return {
    stores: stores.rows.filter(wanted),
    period: of(whole.rows, 'period'),
    pairs,
    compPairs: pairs.filter(({ storeId }) => compStores.has(storeId)),
    compStores,
    truncated: [stores, whole, part].some((answer) => answer?.truncated),
    queriedAt: whole.queriedAt,
    stale: whole.stale ?? stores.stale,
  };
}
