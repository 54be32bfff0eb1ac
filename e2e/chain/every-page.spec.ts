import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import {
  chartsOutOfFrame,
  exportsOf,
  jumpsOf,
  noteJumps,
  overflow,
  policyReports,
  readableFigures,
  tablesWithoutExport,
  violations,
} from '../page-checks.ts';
import { SEEN_PAGES, WIDTHS, waitUntilComplete } from '../pages.ts';
import { EXECUTIVE, MANAGER, PRICING_ANALYST, signIn } from '../person.ts';

/** Whose role may take tables away; the others are not offered any. */
const mayExport = new Set([EXECUTIVE, MANAGER, PRICING_ANALYST]);
const hide = (page: Page) => page.getByRole('button', { name: 'Hide figures' }).first();

/*
 * Of every page: nothing moves while it comes; every table can be taken away; axe finds nothing in either theme; a tap
 * hides every figure, on the next page too; charts follow the width and no screen scrolls sideways; it keeps to its own security policy.
 */

// One visit a page: each person signs in once, and each page is loaded once for everything that is promised of all.
for (const [account, pages] of Map.groupBy(SEEN_PAGES, (seen) => seen.account))
  test.describe(`As ${account}`, () => {
    let person: BrowserContext;
    test.beforeAll(async ({ browser, baseURL }) => {
      person = await browser.newContext({ baseURL: baseURL ?? '' });
      const page = await person.newPage();
      await signIn(page, account, pages[0]?.path);
      await page.close();
    });
    test.afterAll(() => person.close());

    for (const { name, path, complete } of pages)
      test(`The page ${name} keeps every promise that is made of all pages`, async () => {
        const page = await person.newPage();
        const reports = policyReports(page);
        await noteJumps(page);
        await page.goto(path);
        await waitUntilComplete(page, complete);
        await expect(page.locator('[role="status"]', { hasText: 'Loading' })).toHaveCount(0);
        const { total, greatest } = await jumpsOf(page);
        expect(total, greatest).toBeLessThanOrEqual(0.02);

        if (mayExport.has(account)) {
          expect(await tablesWithoutExport(page)).toEqual([]);
          for (const address of await exportsOf(page)) {
            const file = await page.request.get(address);
            expect([address, file.status()]).toEqual([address, 200]);
            expect(await file.text(), address).toMatch(/"Rows","(\d+ of \d+|the first \d+; there are more)"/);
          }
        } else expect(await exportsOf(page)).toEqual([]);

        expect(await violations(page), 'light').toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page, 'colours'), 'dark').toEqual([]);

        expect((await readableFigures(page)).length).toBeGreaterThan(0);
        await hide(page).click();
        expect(await readableFigures(page)).toEqual([]);
        // The next page comes hidden already.
        expect(await (await page.request.get(path)).text()).toContain('data-privacy="on"');
        await hide(page).click();
        await expect(page.locator('html')).not.toHaveAttribute('data-privacy');

        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await expect(async () => {
            expect(await chartsOutOfFrame(page), `at ${width}`).toEqual([]);
            expect(await overflow(page), `at ${width}`).toBe(0);
          }).toPass({ timeout: 3_000 });
        }
        expect(reports).toEqual([]);
        await page.close();
      });
  });
