import { expect, test } from 'playwright/test';
import { EXECUTIVE, ONLINE_MANAGER, signIn } from '../person.ts';
import { decemberFigures, decemberTotals } from '../raw-figures.ts';
import { figureOnScreen, plainNumber } from '../screen.ts';

test('The import report adds up to every row and every penny that was received', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/lake');
  await expect(page.locator('[data-outcome="total"]')).toBeVisible();
  const cells = (row: string) => page.locator(`[data-outcome="${row}"] td`).allInnerTexts();
  const [rows = '', amount = ''] = (await cells('total')).map(plainNumber);
  expect({ rows, amount }).toEqual({ rows: '42481', amount: '748957.02' });
  expect({ rows, amount }).toEqual(await decemberTotals());

  const parts = await page.locator('tbody tr[data-outcome]').all();
  let sum = { rows: 0, pence: 0 };
  for (const part of parts) {
    const [partRows = '', partAmount = ''] = (await part.locator('td').allInnerTexts()).map(plainNumber);
    sum = { rows: sum.rows + Number(partRows), pence: sum.pence + Math.round(Number(partAmount) * 100) };
  }
  expect(sum).toEqual({ rows: 42_481, pence: 74_895_702 });
});

for (const account of [EXECUTIVE, ONLINE_MANAGER]) {
  test(`December 2010 reads as the files say, for ${account}`, async ({ page }) => {
    await signIn(page, account);
    await page.goto('/sales?from=2010-12-01&to=2010-12-23');
    const raw = await decemberFigures('2010-12-01', '2010-12-23');
    expect(await figureOnScreen(page, 'netSales')).toBe(raw.netSales);
    expect(await figureOnScreen(page, 'transactions')).toBe(raw.transactions);
    expect(await figureOnScreen(page, 'units')).toBe(raw.units);
    expect(await figureOnScreen(page, 'atv')).toBe(raw.atv);
    await expect(page.getByRole('table', { name: 'Sales by country' })).toContainText('EIRE');
  });
}

test('A day of 2010 is as alive as a day of this morning', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await expect(page.getByText(/24 Dec(ember)? 2010/).first()).toBeVisible();
});
