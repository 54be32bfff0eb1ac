import 'server-only';
import { z } from 'zod';
import type { ImportOutcome } from '#lib/import-report.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** How every row and the whole value of the source split into outcomes, in the order the rules are tried. */
export const getImportReport = openGoldQuery({
  name: 'lake.get-import-report',
  params: z.strictObject({}),
  everyoneBecause: 'It counts rows of files, of no store in particular',
  sql: `
    SELECT
      r.outcome AS outcome,
      r.precedence AS precedence,
      r.rule_text AS ruleText,
      r.row_count AS rowCount,
      CAST(r.amount * 100 AS bigint) AS amount
    FROM gold.import_report AS r
    ORDER BY r.precedence`,
  row: z.object({
    outcome: textColumn(),
    precedence: countColumn(),
    ruleText: textColumn(),
    rowCount: countColumn(),
    amount: moneyColumn(),
  }) satisfies z.ZodType<ImportOutcome>,
});
