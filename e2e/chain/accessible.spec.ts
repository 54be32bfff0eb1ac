import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { SEEN_PAGES, WIDTHS, waitUntilComplete } from '../pages.ts';
import { EXECUTIVE, signIn } from '../person.ts';

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Fills with what a page does against its own content security policy. */
function policyReports(page: Page): string[] {
  const reports: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) reports.push(message.text());
  });
  return reports;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`The sign-in can be read by everybody, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: /sign in/i })).toBeEnabled();
    expect(await violations(page)).toEqual([]);
  });
}

for (const { name, path, complete, account } of SEEN_PAGES) {
  test(`The page ${name} can be read by everybody, in both themes and on every screen, and keeps to its policy`, async ({
    page,
  }) => {
    const reports = policyReports(page);
    await signIn(page, account, path);
    await waitUntilComplete(page, complete);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator(complete).first()).toBeVisible();
      expect(await violations(page), colorScheme).toEqual([]);
    }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      // Sideways scrolling is told after the charts have followed the width.
      await expect(async () => expect(await overflow(page), `at ${width}`).toBe(0)).toPass({
        timeout: 3_000,
      });
    }
    expect(reports).toEqual([]);
  });
}

test('No page past the list breaks its own content security policy', async ({ page }) => {
  const reports = policyReports(page);
  await signIn(page, EXECUTIVE);
  for (const path of [
    '/sales?period=last-364-days',
    '/embed/sales',
    '/no-such-page',
    '/auth/no-access',
    '/auth/relay',
  ]) {
    await page.goto(path);
    await page.waitForLoadState();
    if (path.startsWith('/sales')) await page.locator('canvas').first().hover();
  }
  expect(reports).toEqual([]);
});

test('A keyboard alone gets from sign-in to a week of last month', async ({ page }) => {
  await page.goto('/sales');
  const press = async (name: RegExp) => {
    const focused = () =>
      page.evaluate(() => document.querySelector(':is(a, button, input, summary):focus')?.textContent ?? '');
    for (let tabs = 0; tabs < 40 && !name.test(await focused()); tabs++) await page.keyboard.press('Tab');
    expect(await focused()).toMatch(name);
    await page.keyboard.press('Enter');
  };
  await press(/^Sign in with Microsoft/);
  await page.waitForURL(/interaction/);
  await press(/Erin Executive/);
  await expect(page.locator('[data-metric="netSales"]')).toBeVisible();
  await press(/^7 days$/);
  await expect(page).toHaveURL(/period=last-7-days/);
});
