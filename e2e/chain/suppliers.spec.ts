import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { awaitedLines, punctualLines } from '../raw-stock.ts';

const note = (page: Page) => page.locator('[data-metric="otif"] dd span').last().innerText();
const inWords = ({ punctual, due }: Readonly<Record<string, string | null>>) =>
  `${Number(punctual).toLocaleString('en-GB')} of ${Number(due).toLocaleString('en-GB')} lines`;

test('OTIF is that of the orders sent and the deliveries received', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/suppliers');
  expect(await note(page)).toBe(inWords(await punctualLines(null)));
  const one = await punctualLines('V-05');
  const share = (100 * Number(one['punctual'])) / Number(one['due']);
  await expect(page.locator('[data-row="V-05"]')).toContainText(`${share.toFixed(1)}%`);
  await expect(page.getByRole('columnheader', { name: /Cost of lateness/ })).toBeVisible();
});

test('A store manager reads what suppliers brought to their own store, and no margin', async ({ page }) => {
  await signIn(page, MANAGER, '/suppliers');
  expect(await note(page)).toBe(inWords(await punctualLines(null, [MANAGER_STORE])));
  await expect(page.getByRole('columnheader', { name: /Cost of lateness/ })).toHaveCount(0);
  expect(await page.content()).not.toContain('lostMargin":"');
});

test('A supplier’s page says in words how it delivered, and lists every line that is awaited', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE, '/suppliers');
  await page.getByRole('link', { name: 'Loom and Tuft' }).click();
  await expect(page.locator('[data-scorecard]')).toContainText(/came whole by the promised day/);
  const { lines } = await awaitedLines('V-05');
  await expect(page.getByRole('region', { name: 'Open lines' }).getByRole('status')).toHaveText(
    `${lines} rows`,
  );
});
