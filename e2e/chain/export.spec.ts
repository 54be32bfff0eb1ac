import { readFileSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { chainFigures } from '../raw-figures.ts';

async function exported(page: Page, table: string): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: `Export ${table} as CSV` }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('An exported table holds the figures of the screen, and says what it covers', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto('/sales?from=2026-10-05&to=2026-10-11');
  const { name, text } = await exported(page, 'sales by store');
  expect(name).toBe('sales-by-store-2026-10-05-2026-10-11.csv');
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('\uFEFF"Store","Name","Region","Transactions","Net sales","Net sales compared with"');
  const stores = lines.slice(1, lines.indexOf(''));
  expect(stores).toHaveLength(20);
  const own = await chainFigures('2026-10-05', '2026-10-11', [MANAGER_STORE]);
  expect(stores.find((line) => line.startsWith(`"${MANAGER_STORE}"`))).toContain(
    `,${own.transactions},${own.netSales},`,
  );
  expect(text).toContain('"Stores","All stores"');
  expect(text).toContain('"Rows","20 of 20"');
  expect(text).toMatch(/"Net sales","Gross sales − discounts − returns/);
});

test('A store manager takes away their own store and no other, whatever the address says', async ({
  page,
}) => {
  await signIn(page, MANAGER);
  await page.goto('/sales?from=2026-10-05&to=2026-10-11');
  const { text } = await exported(page, 'sales by day');
  const days = text.split('\r\n').slice(1, 8);
  const own = await chainFigures('2026-10-05', '2026-10-05', [MANAGER_STORE]);
  expect(days[0]).toContain(`,${own.netSales},${own.transactions},${own.units}`);
  const plain = await page.request.get('/api/export/sales-by-store?from=2026-10-05&to=2026-10-11&scope=all');
  expect(await plain.text()).not.toContain('S-001');
  const other = await page.request.get('/api/export/sales-by-store?store=S-001');
  expect(other.status()).toBe(403);
});

test('Nobody exports without a session, and nothing that is not a table', async ({ page, request }) => {
  const anonymous = await request.get('/api/export/sales-by-store');
  expect(anonymous.status()).toBe(401);
  await signIn(page, EXECUTIVE);
  for (const name of ['constructor', '..%2flake', 'customers']) {
    expect((await page.request.get(`/api/export/${name}`)).status()).toBe(404);
  }
});
