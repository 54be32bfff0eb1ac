import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, PRICING_ANALYST, signIn } from '../person.ts';
import { filedRules } from '../raw-customers.ts';

async function rulesOnScreen(page: Page): Promise<string[][]> {
  const rows = page.getByRole('table', { name: 'Affinity rules' }).locator('tbody tr[data-row]');
  await expect(rows.first()).toBeVisible();
  const cells = await rows.evaluateAll((all) =>
    all
      .slice(0, 10)
      .map((row) => [...row.querySelectorAll('th, td')].slice(0, 5).map((cell) => cell.textContent ?? '')),
  );
  return cells.map((row) => row.map((text) => text.replace(/[,%]/g, '').trim()));
}

for (const [who, account] of [
  ['An executive', EXECUTIVE],
  ['A pricing analyst', PRICING_ANALYST],
] as const)
  test(`${who} reads what is bought together as the science table has it`, async ({ page }) => {
    await signIn(page, account, '/baskets');
    const filed = await filedRules('product', 'all', 'all');
    expect(await rulesOnScreen(page)).toEqual(
      filed
        .slice(0, 10)
        .map(({ first, second, lift, confidence, both }) => [first, second, lift, confidence, both]),
    );
    await expect(page.getByRole('img', { name: /What is bought together: \d+ pairs/ })).toBeVisible();
    await expect(page.getByText('not an uplift')).toBeVisible();
  });

test('Rules of one format in one season are reached by keyboard, and the address keeps the choice', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE, '/baskets');
  await page.getByRole('link', { name: 'Flagship' }).press('Enter');
  await expect(page).toHaveURL(/format=flagship/);
  await page.getByRole('link', { name: 'Winter' }).press('Enter');
  await expect(page).toHaveURL(/season=winter/);
  const filed = await filedRules('product', 'flagship', 'winter');
  await expect(async () => expect((await rulesOnScreen(page))[0]?.[2]).toBe(filed[0]?.['lift'])).toPass({
    timeout: 5_000,
  });
  await page.reload();
  expect((await rulesOnScreen(page))[0]?.[2]).toBe(filed[0]?.['lift']);
});

test('A store manager is not shown baskets of the whole chain', async ({ page }) => {
  await signIn(page, MANAGER, '/sales');
  await page.goto('/baskets');
  await expect(page).toHaveURL(/no-access/);
});
