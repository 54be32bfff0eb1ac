import { expect, type Page, test } from 'playwright/test';
import { SEEN_PAGES, WIDTHS, waitUntilComplete } from '../pages.ts';
import { EXECUTIVE, signIn } from '../person.ts';

const FOLDER = '.data/screens';
/** The README shows the first screen of these three; they are kept with it, and small enough to be. */
const IN_README: ReadonlySet<string> = new Set(['overview', 'sales', 'price']);
const README_SCREEN = { width: 1120, height: 900 };
const README_PART = { x: 0, y: 0, width: 1120, height: 640 };

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

// An alert is told once it has held for a minute: the pictures show a day on which there are some.
test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await signIn(page, EXECUTIVE, '/alerts');
  await expect(page.locator('[data-alert-count]')).toContainText(/^[1-9]\d* open/, { timeout: 150_000 });
  await context.close();
});

for (const { name, path, complete, account } of SEEN_PAGES) {
  test(name, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await signIn(page, account, path);
    await waitUntilComplete(page, complete);
    if (IN_README.has(name)) {
      await page.setViewportSize(README_SCREEN);
      await page.waitForTimeout(400);
      await page.screenshot({ path: `e2e/pictures/${name}.png`, clip: README_PART });
    }
    await take(page, name);
  });
}

test('sign-in', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: /sign in/i })).toBeEnabled();
  await take(page, 'sign-in');
});
