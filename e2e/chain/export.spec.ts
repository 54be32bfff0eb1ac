import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { rawTopCard } from '../raw-customers.ts';
import { chainFigures } from '../raw-figures.ts';

async function saved(page: Page, table: string, format: string): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: `Export ${table} as ${format}` }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function exported(page: Page, table: string): Promise<{ name: string; text: string }> {
  const { name, bytes } = await saved(page, table, 'CSV');
  return { name, text: bytes.toString('utf8') };
}

test('An exported table holds the figures of the screen, and says what it covers', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.goto('/sales?from=2026-10-05&to=2026-10-11');
  const { name, text } = await exported(page, 'sales by store');
  expect(name).toBe('sales-by-store-2026-10-05-2026-10-11.csv');
  const lines = text.split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFF"Store id","Store","Region","Transactions","Units","Net sales","Change","Net sales compared with"',
  );
  const stores = lines.slice(1, lines.indexOf(''));
  expect(stores).toHaveLength(20);
  const own = await chainFigures('2026-10-05', '2026-10-11', [MANAGER_STORE]);
  expect(stores.find((line) => line.startsWith(`"${MANAGER_STORE}"`))).toContain(
    `,${own.transactions},${own.units},${own.netSales},`,
  );
  expect(text).toContain('"Stores","All stores"');
  expect(text).toContain('"Rows","20 of 20"');
  expect(text).toMatch(/"Net sales","Gross sales − discounts − returns/);
});

test('The same table as a workbook holds numbers and dates that a spreadsheet can reckon with', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE);
  await page.goto('/sales?from=2026-10-05&to=2026-10-11');
  const { name, bytes } = await saved(page, 'sales by day', 'XLSX');
  expect(name).toBe('sales-by-day-2026-10-05-2026-10-11.xlsx');
  const parts = unzipSync(bytes);
  const table = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const rows = [...table.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) => row);
  expect(rows).toHaveLength(8);
  // 46300 is 5 October 2026, counted by spreadsheets from the last days of 1899.
  expect(rows[1]).toContain('<c s="2"><v>46300</v></c>');
  const day = await chainFigures('2026-10-05', '2026-10-05');
  expect(rows[1]).toContain(`<v>${day.netSales}</v>`);
  expect(strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toContain('7 of 7');
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
  for (const name of ['constructor', '..%2flake', 'customer_contacts']) {
    expect((await page.request.get(`/api/export/${name}`)).status()).toBe(404);
  }
});

test('A file of customers says what each is worth, and neither who they are nor how to reach them', async ({
  page,
}) => {
  await signIn(page, MANAGER, '/customers');
  const { name, text } = await exported(page, 'customers');
  expect(name).toMatch(/^customers-.*\.csv$/);
  const best = await rawTopCard('2025-11-24', MANAGER_STORE);
  const [head, first, ...rest] = text.split('\r\n');
  expect(head).toBe(
    '\uFEFF"Customer","Home store","Tier","Segment id","Segment","Days since the last purchase","Orders","Net sales","Churn risk"',
  );
  expect(first).toContain(`,${best.netSales},`);
  expect(text).not.toContain(best.card);
  const given = rest.indexOf('') + 1;
  expect(text).toContain(`"Rows","${given} of ${given}"`);
});
