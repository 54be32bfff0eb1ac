import { readFileSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { proposedOrders, stockOfRecord } from '../raw-stock.ts';

const digits = (text: string) => text.replace(/[^\d.]/g, '');
const note = (page: Page, metric: string) =>
  page.locator(`[data-metric="${metric}"] dd span`).last().innerText();

async function stockOnScreen(page: Page) {
  const [empty = '', products = ''] = (await note(page, 'oosRate')).split(' of ');
  return {
    products: digits(products),
    empty: digits(empty),
    available: digits(await note(page, 'daysOfCover')),
  };
}

test('An executive reads the stock that the stock system has on its list', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/inventory');
  expect(await stockOnScreen(page)).toEqual(await stockOfRecord());
});

test('A store manager reads the stock and the orders of their own store', async ({ page }) => {
  await signIn(page, MANAGER, '/inventory');
  expect(await stockOnScreen(page)).toEqual(await stockOfRecord([MANAGER_STORE]));
  const orders = await proposedOrders([MANAGER_STORE]);
  expect(digits(await page.locator('[data-metric="orderUnits"] [data-figure]').innerText())).toBe(
    orders['units'],
  );
  const other = await page.goto('/inventory?store=S-001');
  expect(other?.status()).toBe(404);
});

test('Each order says why it is as large as it is, and the whole list can be taken away', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE, '/inventory');
  const orders = page.getByRole('table', { name: 'What to order' });
  await expect(
    orders.getByText(/^[\d,-]+ held or coming of [\d,]+ for \d+ days; packs of \d+$/).first(),
  ).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export what to order as CSV' }).click();
  const text = readFileSync(await (await saving).path(), 'utf8');
  const lines = text.split('\r\n');
  const { lines: proposed } = await proposedOrders();
  expect(lines.slice(1, lines.indexOf(''))).toHaveLength(Number(proposed));
  expect(text).toContain(`"Rows","${proposed} of ${proposed}"`);
});

test('Stock is looked into by category, then store by product, by keyboard alone', async ({ page }) => {
  await signIn(page, MANAGER, '/inventory');
  const cover = page.getByRole('region', { name: 'Days of cover' });
  await expect(cover.getByRole('img', { name: /Days of cover in \d+ fields\. Shortest: / })).toBeVisible();
  await cover.getByText('Show as a table').focus();
  await page.keyboard.press('Enter');
  await cover.getByRole('link', { name: 'Kitchen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/category=Kitchen/);
  await expect(page.getByRole('heading', { name: 'Days of cover: Kitchen' })).toBeVisible();
});

test('A move between stores names both, and what it saves', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/inventory');
  const moves = page.getByRole('table', { name: 'Moves between stores' });
  await expect(moves.getByText(/^S-\d{3} to S-\d{3}$/).first()).toBeVisible();
  await expect(moves.getByText(/^£[\d,.]+/).first()).toBeVisible();
});
