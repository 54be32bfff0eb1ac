import 'server-only';
import { z } from 'zod';
import type { CategoryNode } from '#lib/category-tree.ts';
import { countColumn, textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** The category tree, node by node; empty for a source without one. */
export const listCategories = openGoldQuery({
  name: 'products.list-categories',
  params: z.strictObject({}),
  everyoneBecause: 'It is the order of the shelves and holds no figure',
  sql: `
    SELECT
      c.category AS category,
      c.parent_category AS parent,
      c.level AS level
    FROM gold.categories AS c
    ORDER BY c.level, c.category`,
  row: z.object({
    category: textColumn(),
    parent: textColumn().nullable(),
    level: countColumn(),
  }) satisfies z.ZodType<CategoryNode>,
});
