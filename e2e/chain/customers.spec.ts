import { expect, type Page, test } from 'playwright/test';
import { CUSTOMER_CARER, EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { filedPrediction, filedPredictions, rawActivity, rawBestCustomer } from '../raw-customers.ts';
import { plainNumber } from '../screen.ts';

/** First day of the 364 to the last closed one. */
const FROM = '2025-11-24';

const figure = (page: Page, name: string) =>
  page.locator(`[data-metric="${name}"] [data-figure]`).innerText();
const note = (page: Page, name: string) => page.locator(`[data-metric="${name}"] > dd`).innerText();

for (const [who, account, store] of [
  ['An executive', EXECUTIVE, undefined],
  ['A store manager', MANAGER, MANAGER_STORE],
] as const)
  test(`${who} reads how many customers there are, what they bought and what is expected of them`, async ({
    page,
  }) => {
    await signIn(page, account, '/customers');
    const raw = await rawActivity(FROM, store);
    expect(plainNumber(await figure(page, 'activeCustomers'))).toBe(raw.customers);
    expect(plainNumber(await figure(page, 'netSales'))).toBe(raw.netSales);
    expect(await note(page, 'netSales')).toContain(`${Number(raw.orders).toLocaleString('en-GB')} orders`);
    const filed = await filedPredictions(store);
    expect(plainNumber(await figure(page, 'predictedSales'))).toBe(filed.predictedSales);
    expect(plainNumber(await figure(page, 'expectedLost'))).toBe(filed.lost);
    const segments = page.getByRole('table', { name: 'Customers by segment' }).locator('tbody tr');
    await expect(segments).toHaveCount(10);
    const counts = await segments.evaluateAll((rows) =>
      rows.map((row) => Number(row.querySelector('td')?.textContent?.replaceAll(',', ''))),
    );
    const lapsed = counts.pop() ?? 0;
    expect(String(counts.reduce((sum, count) => sum + count, 0))).toBe(raw.customers);
    expect(await note(page, 'activeCustomers')).toContain(
      `of ${(Number(raw.customers) + lapsed).toLocaleString('en-GB')} who ever bought`,
    );
  });

test('A customer is found while their loyalty number is typed, and opened by keyboard', async ({ page }) => {
  const { card, orders, netSales, latest } = await rawBestCustomer(MANAGER_STORE);
  await signIn(page, CUSTOMER_CARER, '/customers');
  const field = page.getByRole('combobox', { name: 'Loyalty number or id' });
  await field.pressSequentially(card.slice(0, 6).toLowerCase());
  await expect(page.getByRole('option')).toHaveCount(10);
  await field.fill(card);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `Customer ${card}` })).toBeVisible();
  expect(plainNumber(await figure(page, 'historicalNetSales'))).toBe(netSales);
  expect(await note(page, 'historicalNetSales')).toContain(`${orders} orders`);
  await expect(page.locator('[data-timeline]')).toContainText(/Bought in|Ordered/);
  await expect(page.locator(`tr[data-row="${latest}"]`)).toBeVisible();
  const filed = await filedPrediction(card);
  expect(plainNumber(await figure(page, 'predictedSales'))).toBe(filed.sales);
  expect(plainNumber(await figure(page, 'churnProbability'))).toBe(filed.churn);
  const interval = (await note(page, 'predictedSales')).split('90 %:')[1] ?? '';
  expect(interval.split(' to ').map(plainNumber)).toEqual([filed.low, filed.high]);
  await expect(page.locator('[data-next-best] li')).toHaveCount(5);
  await expect(page.locator('[data-next-best] li').first()).toContainText(/Bought|Among the products/);
  await expect(page.getByText('Predicted lifetime value')).toHaveCount(0);
});

test('Customers are narrowed to a store by the sheet of stores, and the list goes with them', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE, '/customers');
  await page.getByRole('button', { name: /^Stores: All stores/ }).click();
  await page.getByRole('checkbox', { name: /Brighton Lanes/ }).check();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/store=S-003/);
  const raw = await rawActivity(FROM, MANAGER_STORE);
  await expect.poll(async () => plainNumber(await figure(page, 'activeCustomers'))).toBe(raw.customers);
  expect(plainNumber(await figure(page, 'netSales'))).toBe(raw.netSales);
  const homes = page.getByRole('table', { name: 'All customers' }).locator('tbody td:nth-child(2)');
  await expect(homes.first()).toHaveText(MANAGER_STORE);
  await page.getByRole('link', { name: 'Show all stores' }).click();
  await expect(page).not.toHaveURL(/store=/);
});

test('A customer of another store is not found, neither by address nor by search', async ({ page }) => {
  const [own, other] = await Promise.all([rawBestCustomer(MANAGER_STORE), rawBestCustomer('S-001')]);
  const [ownKey, otherKey] = await Promise.all(
    [own, other].map(async ({ card }) => (await filedPrediction(card)).key),
  );
  await signIn(page, MANAGER, '/customers');
  await page.goto(`/customers/${ownKey}`);
  await expect(page.getByRole('heading', { name: `Customer ${own.card}` })).toBeVisible();
  await page.goto(`/customers/${otherKey}`);
  await expect(page.getByRole('heading', { name: `Customer ${other.card}` })).toHaveCount(0);
  const found = async (card: string) =>
    (await (await page.request.get(`/api/v1/customer-numbers?beginning=${card}`)).json()) as {
      found: unknown[];
    };
  expect((await found(own.card)).found).toHaveLength(1);
  expect((await found(other.card)).found).toEqual([]);
});

test('The list of customers goes on as somebody scrolls, and narrows to a segment by a click', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE, '/customers');
  const list = page.getByRole('region', { name: 'All customers' }).last();
  await expect(page.getByText(/listed; more come as you scroll/)).toBeVisible();
  // A scroll is heard once the page has come alive: who scrolled before scrolls again.
  const scrolled = async () => {
    await list.evaluate((node) => {
      node.scrollTo({ top: 0 });
      node.scrollTo({ top: node.scrollHeight });
    });
    return Number.parseInt(await page.getByText(/ listed/).innerText(), 10);
  };
  await expect.poll(scrolled, { timeout: 30_000 }).toBeGreaterThanOrEqual(150);
  await page.getByRole('link', { name: 'Champions' }).click();
  await expect(page).toHaveURL(/segment=champion/);
  const narrowed = page.getByRole('region', { name: 'Champions' }).last().locator('tbody tr[data-row]');
  await expect(narrowed.first()).toContainText('Champions');
});
