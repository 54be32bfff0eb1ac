import 'server-only';
import { z } from 'zod';
import type { TransferSuggestion } from '#lib/stock-trouble.ts';
import { countColumn, dateColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { intParameter } from '../parameters.ts';

/**
 * Moves between stores that are worth it, dearest first, as the stores of the scope see them: where both ends are in the
 * scope the taker's row alone.
 */
export const listTransfers = goldQuery({
  name: 'inventory.list-transfers',
  params: z.strictObject({ top: intParameter(1, 500) }),
  sql: `
    WITH own AS (
      SELECT t.store_id AS store_id
      FROM gold.stores AS t
      WHERE inScope(t.store_id)
    )
    SELECT TOP (@top)
      CONCAT(m.store_id, ' ', m.direction, ' ', m.other_store_id, ' ', m.product_id) AS move,
      m.store_id AS storeId,
      m.direction AS direction,
      m.other_store_id AS otherStoreId,
      s.store_name AS otherStoreName,
      m.product_id AS productId,
      p.product_name AS productName,
      m.units AS units,
      m.needed_by AS neededBy,
      CAST(m.saved_sales * 100 AS bigint) AS savedSales
    FROM gold.transfer_suggestions AS m
    INNER JOIN gold.stores AS s ON s.store_id = m.other_store_id
    INNER JOIN gold.products AS p ON p.product_id = m.product_id
    LEFT JOIN own ON own.store_id = m.other_store_id
    WHERE inScope(m.store_id)
      AND (m.direction = 'in' OR own.store_id IS NULL)
    ORDER BY m.saved_sales DESC, m.store_id, m.product_id, m.other_store_id`,
  row: z.object({
    move: textColumn(),
    storeId: textColumn(),
    direction: textColumn(),
    otherStoreId: textColumn(),
    otherStoreName: textColumn(),
    productId: textColumn(),
    productName: textColumn(),
    units: countColumn(),
    neededBy: dateColumn().nullable(),
    savedSales: moneyColumn(),
  }) satisfies z.ZodType<TransferSuggestion>,
});
