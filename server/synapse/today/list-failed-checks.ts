import 'server-only';
import { z } from 'zod';
import type { FailedCheck } from '#lib/chain-readings.ts';
import { textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** Checks of the build now served that did not hold. */
export const listFailedChecks = openGoldQuery({
  name: 'today.list-failed-checks',
  params: z.strictObject({}),
  everyoneBecause: 'It holds no figure of a store; who is told of it is decided by the rule of the alert',
  sql: `
    SELECT
      q.table_name AS tableName,
      q.check_name AS checkName,
      ISNULL(q.detail, '') AS detail
    FROM gold.data_quality AS q
    WHERE q.outcome = 'failed'
    ORDER BY q.table_name, q.check_name`,
  row: z.object({
    tableName: textColumn(),
    checkName: textColumn(),
    detail: textColumn(),
  }) satisfies z.ZodType<FailedCheck>,
});
