import 'server-only';
import { z } from 'zod';
import { textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

/**
 * Stores of the scope, products and customers of its stores, by part of a name or the beginning of an id: at most eight
 * of each, in one question. A customer is a number; names are in no question that anybody may ask. The patterns come
 * from `wordsPattern`; an empty one finds nothing of its kind.
 */
export const findByWords = goldQuery({
  name: 'search.find-by-words',
  params: z.strictObject({
    store: textParameter(130),
    product: textParameter(130),
    customer: textParameter(130),
  }),
  sql: `
    WITH found AS (
      SELECT 'store' AS kind, t.store_id AS id, t.store_name AS name
      FROM gold.stores AS t
      WHERE inScope(t.store_id)
        AND @store <> ''
        AND (LOWER(t.store_name) LIKE CONCAT('%', @store) ESCAPE '~' OR LOWER(t.store_id) LIKE @store ESCAPE '~')
      UNION ALL
      SELECT 'product' AS kind, g.product_id AS id, g.product_name AS name
      FROM gold.products AS g
      WHERE @product <> ''
        AND (LOWER(g.product_name) LIKE CONCAT('%', @product) ESCAPE '~' OR LOWER(g.product_id) LIKE @product ESCAPE '~')
      UNION ALL
      SELECT 'customer' AS kind, CAST(m.customer_key AS varchar(16)) AS id, CAST(m.customer_key AS varchar(16)) AS name
      FROM gold.customer_metrics AS m
      WHERE inScope(m.store_id)
        AND @customer <> ''
        AND CAST(m.customer_key AS varchar(16)) LIKE @customer ESCAPE '~'
    ),
    ranked AS (
      SELECT
        f.kind AS kind,
        f.id AS id,
        f.name AS name,
        ROW_NUMBER() OVER (PARTITION BY f.kind ORDER BY f.name, f.id) AS position
      FROM found AS f
    )
    SELECT
      r.kind AS kind,
      r.id AS id,
      r.name AS name
    FROM ranked AS r
    WHERE r.position <= 8
    ORDER BY r.kind DESC, r.position`,
  row: z.object({
    kind: z.enum(['store', 'product', 'customer']),
    id: textColumn(),
    name: textColumn(),
  }),
});

/** What begins so, as LIKE reads it with `~` as its escape; only letters of the text itself are looked for. */
export function wordsPattern(text: string): string {
  return `${text.trim().toLowerCase().replace(/[~%_]/g, '~$&').replaceAll('[', '_')}%`;
}
