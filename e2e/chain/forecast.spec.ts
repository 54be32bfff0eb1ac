import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, OTHER_MANAGER, REGIONAL_MANAGER, signIn } from '../person.ts';
import { expectedOfProducts, storeTrial } from '../raw-stock.ts';

const expectedOnScreen = async (page: Page) =>
  (await page.locator('[data-expected]').innerText()).replace(/\D/g, '');

test('What is expected of the chain is the sum of what is expected of every product in every store', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE, '/forecast');
  await expect(page.getByRole('heading', { name: 'All stores' })).toBeVisible();
  expect(await expectedOnScreen(page)).toBe((await expectedOfProducts())['units']);
  await page.getByRole('region', { name: 'All stores' }).getByText('Show as a table').click();
  const tomorrow = page.locator('[data-day="2026-11-23"]').first();
  await expect(tomorrow.getByRole('cell').nth(3)).not.toHaveText('—');
});

test('A store manager reads the forecast of their own store, and how right such forecasts were', async ({
  page,
}) => {
  await signIn(page, MANAGER, '/forecast');
  expect(await expectedOnScreen(page)).toBe((await expectedOfProducts([MANAGER_STORE]))['units']);
  const [own, naive] = [
    await storeTrial(MANAGER_STORE, 'forecast'),
    await storeTrial(MANAGER_STORE, 'seasonal_naive'),
  ];
  const words = page.locator('[data-accuracy]');
  await expect(words).toContainText(`were ${own['wape']}% off a day`);
  await expect(words).toContainText(`would have been ${naive['wape']}% off`);
  await expect(words).toContainText(`${own['coverage']}% of days fell within the shaded range`);
});

test('A regional manager reads their region, with a range of its own', async ({ page }) => {
  await signIn(page, REGIONAL_MANAGER, '/forecast');
  await expect(page.getByRole('heading', { name: 'North' })).toBeVisible();
  await expect(page.getByText('ranges of parts do not add up')).toHaveCount(0);
});

test('Who sees two stores reads their sum without a range, and nothing of the chain', async ({ page }) => {
  await signIn(page, OTHER_MANAGER, '/forecast');
  await expect(page.getByText('ranges of parts do not add up')).toBeVisible();
  expect(await expectedOnScreen(page)).toBe((await expectedOfProducts(['S-007', 'S-012']))['units']);
});

test('A name leads one level down: from the chain to a store to a category', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/forecast');
  await page
    .getByRole('table', { name: 'Expected by store' })
    .getByRole('link', { name: 'Brighton Lanes' })
    .click();
  await expect(page).toHaveURL(/store=S-003/);
  await page
    .getByRole('table', { name: 'Expected by category' })
    .getByRole('link', { name: 'Kitchen' })
    .click();
  await expect(page).toHaveURL(/category=Kitchen/);
  await expect(page.getByRole('heading', { name: 'Kitchen, Brighton Lanes' })).toBeVisible();
});
