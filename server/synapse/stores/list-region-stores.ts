import 'server-only';
import { z } from 'zod';
import { textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** Every store with the region it belongs to, by store id. */
export const listRegionStores = openGoldQuery({
  name: 'stores.list-region-stores',
  params: z.strictObject({}),
  everyoneBecause: 'Scopes are made from it, so it cannot be asked within one; it holds no figure',
  sql: `
    SELECT
      t.store_id AS storeId,
      t.region AS region
    FROM gold.stores AS t
    ORDER BY t.store_id`,
  row: z.object({ storeId: textColumn(), region: textColumn() }),
});
