import 'server-only';
import { z } from 'zod';
import type { StoreName } from '#lib/store-name.ts';
import { textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

/** The stores somebody may see, region by region: what they can choose among. */
export const listStoreNames = goldQuery({
  name: 'stores.list-store-names',
  params: z.strictObject({}),
  sql: `
    SELECT
      t.store_id AS storeId,
      t.store_name AS storeName,
      t.region AS region
    FROM gold.stores AS t
    WHERE inScope(t.store_id)
    ORDER BY t.region, t.store_name, t.store_id`,
  row: z.object({
    storeId: textColumn(),
    storeName: textColumn(),
    region: textColumn(),
  }) satisfies z.ZodType<StoreName>,
});
