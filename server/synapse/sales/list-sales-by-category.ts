import 'server-only';
import type { SalesNarrowing } from '#lib/sales-view.ts';
import type { RowScope } from '#lib/scope.ts';
import { textColumn } from '../columns.ts';
import { type Periods, type SalesAnswer, salesBy } from './sales-by.ts';
import { LINE_SOURCES } from './sales-source.ts';

/** Level of the category tree: 1 department, 2 category, 3 subcategory. */
export type CategoryLevel = 1 | 2 | 3;

/** What a product without a place in the tree is added up under; no category of a source has an empty name. */
export const WITHOUT_CATEGORY = '';

const byLevel = (level: CategoryLevel, key: string) =>
  salesBy({
    name: `list-sales-by-category-${level}`,
    key: `COALESCE(${key}, '${WITHOUT_CATEGORY}')`,
    column: textColumn(),
    sources: LINE_SOURCES,
  });

const QUESTIONS = {
  1: byLevel(1, 'c.parent_category, g.category'),
  2: byLevel(2, 'g.category'),
  3: byLevel(3, 'g.subcategory'),
} as const;

/** Sales by the nodes of one level of the category tree as it is today, narrowed to those under one node. */
export function listSalesByCategory(
  level: CategoryLevel,
  periods: Periods,
  narrowing: SalesNarrowing,
  scope: RowScope,
): Promise<SalesAnswer<string>> {
  return QUESTIONS[level](periods, narrowing, scope);
}
