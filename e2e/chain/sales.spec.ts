import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { chainFigures, type RawFigures } from '../raw-figures.ts';
import { figureOnScreen } from '../screen.ts';

const MONTH = '/sales?from=2026-10-01&to=2026-10-31';

async function figuresOnScreen(page: Page): Promise<RawFigures> {
  const [netSales, transactions, units, atv] = await Promise.all(
    ['netSales', 'transactions', 'units', 'atv'].map((metric) => figureOnScreen(page, metric)),
  );
  return { netSales, transactions, units, atv } as RawFigures;
}

test('An executive reads the sales that the tills recorded', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto(MONTH);
  expect(await figuresOnScreen(page)).toEqual(await chainFigures('2026-10-01', '2026-10-31'));
  await expect(page.getByRole('table', { name: 'Sales by store' }).locator('tbody tr')).toHaveCount(20);
});

test('A store manager reads the sales of their own store', async ({ page }) => {
  await signIn(page, MANAGER);
  await page.goto(MONTH);
  expect(await figuresOnScreen(page)).toEqual(
    await chainFigures('2026-10-01', '2026-10-31', [MANAGER_STORE]),
  );
});

test('Every change names the days it is measured against', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto('/sales?from=2026-10-08&to=2026-10-14');
  await expect(page.getByText('7 closed days, compared with the 7 days before: 1–7 Oct 2026')).toBeVisible();
  const then = await chainFigures('2026-10-01', '2026-10-07');
  const basis = page.locator('[data-metric="netSales"]').getByText('from £');
  expect((await basis.innerText()).replace(/[^\d.]/g, '')).toBe(then.netSales);
});

test('Where the days before are not held there is no change, rather than a wrong one', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto('/sales?from=2025-10-20&to=2025-11-16');
  await expect(
    page.getByText(/closed days\. No comparison: the days before 20 Oct 2025 are not held/),
  ).toBeVisible();
  await expect(page.locator('[data-metric="netSales"]').getByText('no basis')).toBeVisible();
});

test('The period is chosen by a link or by two dates, and lives in the address', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.getByRole('link', { name: '13 weeks' }).click();
  await expect(page).toHaveURL(/period=last-91-days/);
  await expect(page.getByRole('heading', { name: '24 Aug – 22 Nov 2026' })).toBeVisible();
  await page.getByLabel('First day').fill('2026-11-02');
  await page.getByLabel('Last day').fill('2026-11-08');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/from=2026-11-02&to=2026-11-08/);
  await page.reload();
  await expect(page.getByRole('heading', { name: '2–8 Nov 2026' })).toBeVisible();
});

test('The chart is painted, and can be read as a table', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto(MONTH);
  await expect(page.locator('[data-painted="true"]')).toBeVisible();
  await expect(
    page.getByRole('img', { name: /Net sales by day over 31 trading days\. Best: / }),
  ).toBeVisible();
  await page.getByText('Show as a table').click();
  const first = page.getByRole('row', { name: /Thu,? 1 Oct/ });
  expect((await first.getByRole('cell').first().innerText()).replace(/[^\d.]/g, '')).toBe(
    (await chainFigures('2026-10-01', '2026-10-01')).netSales,
  );
});

test('The same weeks are held against last year, Monday beside Monday', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto('/sales?from=2026-11-02&to=2026-11-08');
  await page
    .getByRole('navigation', { name: 'Compared with' })
    .getByRole('link', { name: 'Last year' })
    .click();
  await expect(page).toHaveURL(/from=2026-11-02&to=2026-11-08&basis=last-year/);
  await expect(
    page.getByText(/closed days, compared with the same weekdays 52 weeks earlier: 3–9 Nov 2025/),
  ).toBeVisible();
  const then = await chainFigures('2025-11-03', '2025-11-09');
  const basis = page.locator('[data-metric="netSales"]').getByText('from £');
  expect((await basis.innerText()).replace(/[^\d.]/g, '')).toBe(then.netSales);
});

test('A click on a store narrows every panel to it, and one more click shows all again', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto('/sales?from=2026-10-05&to=2026-10-11');
  await page.getByRole('link', { name: 'Brighton Lanes' }).click();
  await expect(page).toHaveURL(/store=S-003/);
  const own = await chainFigures('2026-10-05', '2026-10-11', ['S-003']);
  await expect.poll(() => figureOnScreen(page, 'netSales')).toBe(own.netSales);
  await page.getByRole('link', { name: '7 days' }).click();
  await expect(page).toHaveURL(/period=last-7-days&store=S-003/);
  await page.getByRole('link', { name: 'Show all stores' }).click();
  await expect(page.getByRole('table', { name: 'Sales by store' }).locator('tbody tr')).toHaveCount(20);
});

test('Every figure explains itself: what it means, what it covers and how old it is', async ({ page }) => {
  await signIn(page, MANAGER);
  await page.goto(MONTH);
  await page
    .locator('[data-metric="netSales"]')
    .getByRole('button', { name: 'What “Net sales” means' })
    .click();
  const explanation = page.locator('[popover]:popover-open');
  await expect(explanation).toContainText('Gross sales − discounts − returns');
  await expect(explanation).toContainText(`1–31 Oct 2026. Stores ${MANAGER_STORE}`);
  await expect(explanation).toContainText(/Closed to\s*22 Nov 2026/);
  await expect(explanation).toContainText('sales.get-sales-figures');
  await page.keyboard.press('Escape');
  await expect(explanation).toHaveCount(0);
});
