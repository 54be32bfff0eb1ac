import { expect, test } from 'playwright/test';
import { policyReports, violations } from '../page-checks.ts';
import { EXECUTIVE, signIn } from '../person.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`The sign-in can be read by everybody, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: /sign in/i })).toBeEnabled();
    expect(await violations(page)).toEqual([]);
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
