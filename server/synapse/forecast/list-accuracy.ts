import 'server-only';
import { z } from 'zod';
import type { ForecastAccuracy } from '#lib/demand-forecast.ts';
import { countColumn, estimateColumn, textColumn } from '../columns.ts';
import { goldQuery, openGoldQuery } from '../gold-query.ts';

const row = z.object({
  levelName: textColumn(),
  method: textColumn(),
  horizon: textColumn(),
  points: countColumn(),
  wape: estimateColumn().nullable(),
  bias: estimateColumn().nullable(),
  mase: estimateColumn().nullable(),
  coverage: estimateColumn().nullable(),
  coverageBusy: estimateColumn().nullable(),
}) satisfies z.ZodType<ForecastAccuracy>;

const columns = `
      a.level_name AS levelName,
      a.method AS method,
      a.horizon AS horizon,
      a.points AS points,
      a.wape AS wape,
      a.bias AS bias,
      a.mase AS mase,
      a.coverage AS coverage,
      a.coverage_busy AS coverageBusy`;

/** How right forecasts were at each level of the chain. */
export const listChainAccuracy = openGoldQuery({
  name: 'forecast.list-chain-accuracy',
  params: z.strictObject({}),
  everyoneBecause: 'Shares of error over all stores tell nothing of what any of them sold',
  sql: `SELECT ${columns} FROM gold.forecast_accuracy AS a ORDER BY a.level_name, a.horizon, a.method`,
  row,
});

/** The same of one store; where the scope has several, of all of them, one after another. */
export const listStoreAccuracy = goldQuery({
  name: 'forecast.list-store-accuracy',
  params: z.strictObject({}),
  sql: `SELECT ${columns} FROM gold.forecast_store_accuracy AS a
    WHERE inScope(a.store_id) ORDER BY a.store_id, a.level_name, a.horizon, a.method`,
  row,
});
