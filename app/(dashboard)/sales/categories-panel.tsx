import Link from 'next/link';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { SalesTable } from '#components/table/sales-table.tsx';
import { levelBelow, pathTo } from '#lib/category-tree.ts';
import { listCategories } from '#server/synapse/products/list-categories.ts';
import { listSalesByCategory, WITHOUT_CATEGORY } from '#server/synapse/sales/list-sales-by-category.ts';
import { Asked } from '../asked.tsx';
import { rankingRows } from './ranking-rows.ts';
import { requireSalesScope } from './sales-scope.ts';
import { addressOf, exportAddress, periodsOf, type SalesView } from './sales-view.ts';

const LEVELS = { 1: 'Department', 2: 'Category', 3: 'Subcategory' } as const;

/** Sales down the category tree: a click on a name narrows the page to it and shows what is below. */
export async function CategoriesPanel({ view }: { view: SalesView }) {
  const { lake, comparison, narrowing, search } = view;
  const scope = await requireSalesScope(search);
  const ask = async () => {
    const tree = await listCategories({});
    const path = pathTo(tree.rows, narrowing.category);
    const level = levelBelow(path);
    const answer = await listSalesByCategory(level ?? 3, periodsOf(view), narrowing, scope);
    return { ...answer, path, level };
  };
  return (
    <Panel
      title="Sales by category"
      subtitle="By today’s category tree, highest net sales first"
      action={<ExportLink href={exportAddress('sales-by-category', view)} table="sales by category" />}
    >
      <Asked ask={ask} timeZone={lake.timeZone}>
        {({ rows, path, level }) => (
          <>
            <nav aria-label="Category" className="mb-2 flex flex-wrap gap-x-1.5 text-sm">
              {[
                { category: null, title: 'All categories' },
                ...path.map(({ category }) => ({ category, title: category })),
              ].map(({ category, title }, at) => (
                <span key={title} className="text-ink-muted">
                  {at > 0 ? <span aria-hidden="true">› </span> : null}
                  <Link
                    href={addressOf(view, { category })}
                    aria-current={category === narrowing.category ? 'true' : undefined}
                    className="underline-offset-4 hover:underline aria-[current]:font-medium aria-[current]:text-ink"
                  >
                    {title}
                  </Link>
                </span>
              ))}
            </nav>
            {rows.length === 0 ? (
              <PanelEmpty>Nothing of this category was sold on these days.</PanelEmpty>
            ) : (
              <SalesTable
                caption="Sales by category"
                nameTitle={LEVELS[level ?? 3]}
                countTitle="Units"
                currency={lake.currency}
                compared={comparison.isFair}
                rows={rankingRows(
                  rows,
                  comparison,
                  (key) => ({
                    name: key === WITHOUT_CATEGORY ? 'Without a category' : key,
                    ...(level !== null &&
                      key !== WITHOUT_CATEGORY && { href: addressOf(view, { category: key }) }),
                  }),
                  'units',
                )}
              />
            )}
          </>
        )}
      </Asked>
    </Panel>
  );
}
