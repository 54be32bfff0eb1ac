import type { Reading } from '#lib/alert.ts';
import { addDays, type BusinessDate } from '#lib/business-date.ts';
import { priceReadings, qualityReadings, supplierReadings } from '#lib/chain-readings.ts';
import type { UsualStore } from '#lib/comparable-day.ts';
import { type DayCurve, dayCurves } from '#lib/pacing.ts';
import type { ShelfProduct } from '#lib/stock-floor.ts';
import { watchScope } from '#server/auth/service-scope.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listComparableHours } from '#server/synapse/today/list-comparable-hours.ts';
import { listFailedChecks } from '#server/synapse/today/list-failed-checks.ts';
import { listPriceGaps } from '#server/synapse/today/list-price-gaps.ts';
import { listShelf } from '#server/synapse/today/list-shelf.ts';
import { listSupplierService } from '#server/synapse/today/list-supplier-service.ts';
import { listUsualStores } from '#server/synapse/today/list-usual-stores.ts';

const WEEKS = 8;

/** What gold says of the day now open; it changes with the build alone. */
export interface ExpectedDay {
  readonly buildId: string;
  readonly businessDate: BusinessDate;
  readonly usual: readonly UsualStore[];
  readonly curves: readonly DayCurve[];
  readonly shelves: ReadonlyMap<string, readonly ShelfProduct[]>;
  /** Of the rules that the live figures have no part in. */
  readonly settled: readonly Reading[];
}

/** Reads it anew where the lake has moved on. @throws one of the errors of the data layer */
export async function expectedDay(known: ExpectedDay | null): Promise<ExpectedDay> {
  const { buildId, lastClosedDate } = await getLakeStatus();
  if (known?.buildId === buildId) return known;
  const lastWeek = addDays(lastClosedDate, -6);
  const period = { from: addDays(lastWeek, -7 * (WEEKS - 1)), to: lastWeek };
  const scope = watchScope();
  const [hours, usual, gaps, suppliers, failed] = await Promise.all([
    listComparableHours({ period }, scope),
    listUsualStores({ period }, scope),
    listPriceGaps({}),
    listSupplierService({}),
    listFailedChecks({}),
  ]);
  // One store at a time: the shelves of all are more rows than one answer may have.
  const shelves = new Map<string, readonly ShelfProduct[]>();
  for (const { storeId } of usual.rows) shelves.set(storeId, (await listShelf({}, watchScope(storeId))).rows);
  return {
    buildId,
    businessDate: addDays(lastClosedDate, 1),
    usual: usual.rows,
    curves: dayCurves(hours.rows),
    shelves,
    settled: [
      ...priceReadings(gaps.rows),
      ...supplierReadings(suppliers.rows),
      ...qualityReadings(failed.rows),
    ],
  };
}
