import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, signIn } from '../person.ts';

const WIDTHS = [1440, 1024, 768, 390];
const FOLDER = '.data/screens';

/** Each page, what shows that it is complete, and who looks at it. */
const PAGES: readonly { name: string; path: string; complete: string; account: string }[] = [
  { name: 'sales', path: '/sales', complete: '[data-painted="true"]', account: EXECUTIVE },
  { name: 'sales-one-store', path: '/sales', complete: '[data-painted="true"]', account: MANAGER },
  { name: 'import-report', path: '/lake', complete: '[data-outcome="total"]', account: EXECUTIVE },
];

async function take(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(400); // charts follow the width with the next frame
      await page.screenshot({ path: `${FOLDER}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
}

for (const { name, path, complete, account } of PAGES) {
  test(name, async ({ page }) => {
    await signIn(page, account);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    await expect(page.locator(complete)).toBeVisible();
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
    await take(page, name);
  });
}

test('sign-in', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: /sign in/i })).toBeEnabled();
  await take(page, 'sign-in');
});
