import { expect, type Page, test } from 'playwright/test';
import { waitUntilComplete } from '../pages.ts';
import { EXECUTIVE, MANAGER_STORE, signIn } from '../person.ts';
import { chainFigures } from '../raw-figures.ts';
import { figureOnScreen } from '../screen.ts';

const DAYS = ['2026-10-05', '2026-10-11'] as const;

/**
 * What only a hand on a screen has a use for, and still stands on the paper. A heading that sorts names its column, the
 * path of categories what its table is of, and a heading that folds out its days.
 */
const controls = (page: Page) =>
  page
    .locator(
      'nav:not([aria-label="Category"]), button, select, input, textarea, form, details:not([data-heading]) > summary, a[href^="/api/"]',
    )
    .evaluateAll((all) =>
      all.flatMap((control) =>
        control.checkVisibility() && !control.closest('th')
          ? [`${control.localName} ${control.getAttribute('aria-label') ?? control.textContent}`.slice(0, 60)]
          : [],
      ),
    );

/** Tables that do not stand on the paper whole: cut off by a frame around them, or with rows that are not drawn. */
const cutTables = (page: Page) =>
  page.locator('main table').evaluateAll((tables) =>
    tables.flatMap((table) => {
      if (!table.checkVisibility()) return [];
      const frames: Element[] = [];
      for (let at = table.parentElement; at && at.localName !== 'main'; at = at.parentElement)
        frames.push(at);
      const isCut = frames.some(
        (frame) =>
          frame.scrollHeight > frame.clientHeight + 1 && getComputedStyle(frame).overflowY !== 'visible',
      );
      const rows = Number(table.getAttribute('aria-rowcount') ?? 0);
      const drawn = table.querySelectorAll('tr').length;
      return isCut || drawn < rows
        ? [`${table.querySelector('caption')?.textContent}: ${drawn} of ${rows} rows`]
        : [];
    }),
  );

for (const { name, path, complete, table, storeIds } of [
  {
    name: 'sales',
    path: '/sales',
    complete: '[data-painted="true"]',
    table: 'Sales by store',
    storeIds: undefined,
  },
  {
    ...{ name: 'a store', path: `/stores/${MANAGER_STORE}`, complete: '[data-shelf-gaps]' },
    ...{ table: 'People, conversion and hours by weekday', storeIds: [MANAGER_STORE] },
  },
])
  test(`Printed, ${name} is its figures and its whole tables, without rail or controls`, async ({ page }) => {
    await page.setViewportSize({ width: 1240, height: 900 });
    await signIn(page, EXECUTIVE, path);
    await page.goto(`${path}?from=${DAYS[0]}&to=${DAYS[1]}`);
    await waitUntilComplete(page, complete);
    await expect(page.getByRole('table', { name: table })).toBeVisible();
    await expect(page.locator('[role="status"]', { hasText: 'Loading' })).toHaveCount(0);
    expect((await controls(page)).length).toBeGreaterThan(5);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect.poll(() => controls(page)).toEqual([]);
    await expect(page.getByText('Days and basis')).toBeHidden();
    await expect(page.getByText(/^7 closed days, compared with/)).toBeVisible();
    await expect.poll(() => cutTables(page)).toEqual([]);
    await expect(page.getByRole('table', { name: table })).toBeVisible();
    const { netSales } = await chainFigures(...DAYS, storeIds);
    expect(Number(await figureOnScreen(page, 'netSales'))).toBe(
      storeIds ? Math.round(Number(netSales)) : Number(netSales),
    );
    await expect(page.locator('[role="img"] [data-painted="true"]').first()).toBeAttached();
    // Paper is white whatever the screen is.
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  });
