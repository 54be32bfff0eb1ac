import 'server-only';
import { z } from 'zod';
import { estimateColumn, textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** How far the models behind the predictions can be trusted: their grades, and weeks they had not seen. */
export const listModelAccount = openGoldQuery({
  name: 'customers.list-model-account',
  everyoneBecause: 'it speaks of the models alone: no customer, no store and no margin',
  params: z.strictObject({}),
  sql: `
    SELECT m.model AS model, m.measure AS measure, m.value AS value, m.evidence AS evidence
    FROM gold.customer_models AS m
    WHERE m.model <> 'terms'
    ORDER BY m.model, m.measure`,
  row: z.object({
    model: textColumn(),
    measure: textColumn(),
    value: estimateColumn(),
    evidence: textColumn().nullable(),
  }),
});
