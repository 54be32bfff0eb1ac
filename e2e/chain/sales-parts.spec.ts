import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, REGIONAL_MANAGER, signIn } from '../person.ts';
import { rawHours, rawPromotions, rawReturns, rawSalesBy } from '../raw-sales.ts';
import { figureOnScreen, plainNumber } from '../screen.ts';

const WEEK = { from: '2026-10-05', to: '2026-10-11' };
const ADDRESS = `/sales?from=${WEEK.from}&to=${WEEK.to}`;
/** The stores of the region North. */
const NORTH = ['S-001', 'S-005', 'S-009', 'S-013', 'S-017'];

/** A column of a table as it stands on the screen, by the name of each row. */
async function column(page: Page, caption: string, title: string): Promise<Record<string, string>> {
  const table = page.getByRole('table', { name: caption, exact: true });
  await expect(table).toBeVisible();
  const titles = await table.locator('thead th').allInnerTexts();
  const at = titles.findIndex((text) => text.trim() === title);
  const rows = table.locator('tbody tr[data-row]');
  const cells = await rows.evaluateAll(
    (all, position) =>
      all.map((row) => [row.getAttribute('data-row') ?? '', row.children[position]?.textContent ?? '']),
    at,
  );
  return Object.fromEntries(cells.map(([name, text]) => [name, plainNumber(text ?? '')]));
}

for (const { who, account, stores } of [
  { who: 'An executive', account: EXECUTIVE, stores: undefined },
  { who: 'A regional manager', account: REGIONAL_MANAGER, stores: NORTH },
]) {
  test(`${who} reads sales by region, channel, category and product as the tills recorded them`, async ({
    page,
  }) => {
    const part = { ...WEEK, ...(stores && { stores }) };
    await signIn(page, account);
    await page.goto(ADDRESS);
    expect(await column(page, 'Sales by region', 'Net sales')).toEqual(await rawSalesBy('region', part));
    expect(await column(page, 'Sales by channel', 'Net sales')).toEqual(await rawSalesBy('channel', part));
    expect(await column(page, 'Sales by category', 'Net sales')).toEqual(
      await rawSalesBy('department', part),
    );
    expect(await column(page, 'Returns', 'Returns')).toEqual(await rawReturns(part));
    expect(await column(page, 'Promotions', 'Net sales')).toEqual(await rawPromotions(part));
    const products = await rawSalesBy('item_code', part);
    const shown = Object.entries(await column(page, 'Sales by product', 'Net sales'));
    expect(shown.length).toBeGreaterThan(10);
    for (const [product, netSales] of shown) expect(netSales, product).toBe(products[product]);
  });
}

test('A click leads down the category tree, and every panel follows', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto(ADDRESS);
  await page.getByRole('table', { name: 'Sales by category' }).getByRole('link', { name: 'Home' }).click();
  await expect(page).toHaveURL(/category=Home/);
  const departments = await rawSalesBy('department', WEEK);
  await expect.poll(() => figureOnScreen(page, 'netSales')).toBe(departments['Home']);
  const home = { ...WEEK, category: 'Home' };
  expect(await column(page, 'Sales by category', 'Net sales')).toEqual(await rawSalesBy('category', home));
  expect(await column(page, 'Sales by region', 'Net sales')).toEqual(await rawSalesBy('region', home));
  await expect(page.getByText('tickets cannot be counted for one of them')).toBeVisible();
  await page.getByRole('link', { name: 'Show all categories' }).click();
  await expect(page).not.toHaveURL(/category/);
});

test('A click on a channel or a region narrows the page, and the choice of days keeps it', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE);
  await page.goto(ADDRESS);
  await page.getByRole('table', { name: 'Sales by channel' }).getByRole('link', { name: 'Online' }).click();
  await expect(page).toHaveURL(/channel=online/);
  const channels = await rawSalesBy('channel', WEEK);
  await expect.poll(() => figureOnScreen(page, 'netSales')).toBe(channels['online']);
  await page.getByRole('table', { name: 'Sales by region' }).getByRole('link', { name: 'North' }).click();
  await expect(page).toHaveURL(/region=North&channel=online/);
  const north = await rawSalesBy('channel', { ...WEEK, stores: NORTH });
  await expect.poll(() => figureOnScreen(page, 'netSales')).toBe(north['online']);
  await page.getByRole('link', { name: '7 days', exact: true }).click();
  await expect(page).toHaveURL(/period=last-7-days&region=North&channel=online/);
});

test('The hours of the week are those of the tills’ own clocks', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto(ADDRESS);
  const table = page.getByRole('table', { name: 'Net sales by hour and weekday' });
  await expect(table).toBeVisible();
  const saturday = await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [row.children[0]?.textContent ?? '', row.children[6]?.getAttribute('title') ?? '']),
    );
  const shown = saturday.filter(([, figure]) => figure !== '');
  expect(Object.fromEntries(shown.map(([hour, figure]) => [hour, plainNumber(figure ?? '')]))).toEqual(
    await rawHours(6, WEEK),
  );
});

test('Stores and regions are picked from a sheet by keyboard, and the answer is an address', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE);
  await page.goto(ADDRESS);
  await page.getByRole('button', { name: /All stores/ }).press('Enter');
  const north = page.getByRole('checkbox', { name: 'North' });
  await north.press('Space');
  await expect(north).toBeChecked();
  await north.press('Enter');
  await expect(page).toHaveURL(/region=North/);
  await expect(page.getByRole('table', { name: 'Sales by store' }).locator('tbody tr')).toHaveCount(
    NORTH.length,
  );
});

test('A table is sorted, searched and shaped, and a saved link opens the same view', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto(ADDRESS);
  const table = page.getByRole('table', { name: 'Sales by product' });
  await table.getByRole('button', { name: 'Units', exact: true }).click();
  await expect(page).toHaveURL(/products\.sort=-units/);
  await page.getByRole('searchbox', { name: 'Find in Sales by product' }).fill('rug');
  await page.getByRole('button', { name: 'Choose columns of Sales by product' }).click();
  await page.getByRole('checkbox', { name: 'Discounts' }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/products\.columns=.*discounts/);
  const names = () => table.locator('tbody th').allInnerTexts();
  const found = await names();
  expect(found.every((name) => /rug/i.test(name))).toBe(true);
  await page.goto(page.url());
  await expect(table.getByRole('columnheader', { name: 'Units' })).toHaveAttribute('aria-sort', 'descending');
  await expect(table.getByRole('columnheader', { name: 'Discounts' })).toBeVisible();
  expect(await names()).toEqual(found);
});

test('A long table holds every product and draws only those in sight', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto(ADDRESS);
  const table = page.getByRole('table', { name: 'Sales by product' });
  const products = await rawSalesBy('item_code', WEEK);
  await expect(table).toHaveAttribute('aria-rowcount', String(Object.keys(products).length + 1));
  expect(await table.locator('tbody tr').count()).toBeLessThan(60);
});

test('A chart is saved as a picture and as lines', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto(ADDRESS);
  for (const format of ['PNG', 'SVG']) {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save Net sales by day as ${format}` }).click();
    expect((await saving).suggestedFilename()).toBe(`net-sales-by-day.${format.toLowerCase()}`);
  }
});
