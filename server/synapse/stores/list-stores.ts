import 'server-only';
import { z } from 'zod';
import type { StoreLife } from '#lib/comp-stores.ts';
import type { StoreProfile } from '#lib/peer-group.ts';
import { countColumn, dateColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

export interface Store extends StoreProfile, StoreLife {}

/** Every store of the scope with what makes it comparable, by store id. */
export const listStores = goldQuery({
  name: 'stores.list-stores',
  params: z.strictObject({}),
  sql: `
    SELECT
      t.store_id AS storeId,
      t.store_name AS storeName,
      t.region AS region,
      t.format AS format,
      t.selling_area_m2 AS sellingAreaM2,
      t.opened_on AS openedOn,
      t.closed_on AS closedOn,
      t.remodel_from AS remodelFrom,
      t.remodel_to AS remodelTo
    FROM gold.stores AS t
    WHERE inScope(t.store_id)
    ORDER BY t.store_id`,
  row: z.object({
    storeId: textColumn(),
    storeName: textColumn(),
    region: textColumn(),
    format: textColumn(),
    sellingAreaM2: countColumn().nullable(),
    openedOn: dateColumn().nullable(),
    closedOn: dateColumn().nullable(),
    remodelFrom: dateColumn().nullable(),
    remodelTo: dateColumn().nullable(),
  }) satisfies z.ZodType<Store>,
});
