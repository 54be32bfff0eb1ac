import { Redis } from 'ioredis';
import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { chainFigures, openStores } from '../raw-figures.ts';
import { plainNumber } from '../screen.ts';
import { CHAIN } from '../stacks.ts';
import { sellAt, tradingDay } from '../till.ts';

const redis = new Redis(CHAIN.ports.redis, '127.0.0.1', { lazyConnect: true });
test.afterAll(() => redis.disconnect());

const daysBefore = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

async function pace(page: Page, name: string): Promise<number> {
  const text = await page
    .locator(`[data-pace="${name}"] dd`)
    .evaluate((dd) => dd.firstChild?.textContent ?? '');
  return Number(plainNumber(text));
}

/** A chart is drawn when it is about to be seen. */
async function paint(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('img', { name: /^Net sales by hour/ }).scrollIntoViewIfNeeded({ timeout: 1_000 });
    await expect(page.locator('[data-painted="true"]')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
}

test('Today is held against the usual day of its weekday, as the tills recorded it', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/today');
  await expect(page.locator('[data-completeness]')).toHaveText(/stores? in, up to \d\d:\d\d/);
  const date = await tradingDay(redis);
  const weeks = [1, 2, 3, 4, 5, 6, 7, 8].map((week) => daysBefore(date, 7 * week));
  const open = await openStores(date);
  await expect(page.locator('[data-completeness]')).toContainText(`${open.length}`);
  const totals = (await Promise.all(weeks.map((day) => chainFigures(day, day, open)))).map((it) =>
    Number(it.netSales),
  );
  const kept = totals.sort((a, b) => a - b).slice(1, -1);
  const usual = kept.reduce((sum, value) => sum + value, 0) / kept.length;
  expect(await pace(page, 'usualDay')).toBeCloseTo(usual, 1);
  const expected = await pace(page, 'expectedByNow');
  expect(expected).toBeGreaterThan(0);
  expect(expected).toBeLessThanOrEqual(usual + 0.01);
  await paint(page);
});

test('A ticket runs through the ticker of those who may see its store', async ({ page, browser }) => {
  await signIn(page, EXECUTIVE, '/today');
  const other = await browser.newContext();
  const managers = await other.newPage();
  await signIn(managers, MANAGER, '/today');
  await expect(managers.getByText('Live', { exact: true })).toBeVisible();
  await sellAt(redis, 'S-001', 4_321_09);
  await expect(page.locator('[data-ticker]')).toContainText('£4,321.09', { timeout: 3_000 });
  await sellAt(redis, MANAGER_STORE, 8_765_43);
  await expect(managers.locator('[data-ticker]')).toContainText('£8,765.43', { timeout: 3_000 });
  await expect(managers.locator('[data-ticker]')).not.toContainText('£4,321.09');
  await other.close();
});

test('Eight tabs share one line to the server, and the next one takes over', async ({ page, context }) => {
  test.setTimeout(120_000);
  let dials = 0;
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/live') dials += 1;
  });
  await signIn(page, EXECUTIVE, '/today');
  const tabs = [page];
  for (let tab = 1; tab < 8; tab += 1) {
    const next = await context.newPage();
    await next.goto('/today');
    tabs.push(next);
  }
  for (const tab of tabs) await expect(tab.getByText('Live', { exact: true })).toBeVisible();
  expect(dials).toBe(1);
  await page.close();
  await sellAt(redis, 'S-002', 5_555_55);
  // All at once: a ticket stands in the ticker until eight others have come.
  const tickers = tabs.slice(1).map((tab) => tab.locator('[data-ticker]'));
  await Promise.all(tickers.map((it) => expect(it).toContainText('£5,555.55', { timeout: 8_000 })));
  expect(dials).toBe(2);
});

test('Two tabs and a tablet stay in step', async ({ page, context, browser }) => {
  await signIn(page, EXECUTIVE, '/today');
  const second = await context.newPage();
  await second.goto('/today');
  const other = await browser.newContext({ viewport: { width: 1024, height: 768 }, hasTouch: true });
  const tablet = await other.newPage();
  await signIn(tablet, EXECUTIVE, '/today');
  const screens = [page, second, tablet];
  for (const screen of screens) await expect(screen.getByText('Live', { exact: true })).toBeVisible();
  await sellAt(redis, 'S-004', 6_543_21);
  await Promise.all(
    screens.map((screen) =>
      expect(screen.locator('[data-ticker]')).toContainText('£6,543.21', { timeout: 5_000 }),
    ),
  );
  const soFar = (screen: Page) => screen.locator('[data-pace="againstExpected"]').innerText();
  await expect.poll(async () => new Set(await Promise.all(screens.map(soFar))).size).toBe(1);
  await other.close();
});

test('Behind a proxy that holds the stream back the figures still come, and say how', async ({ page }) => {
  await page.route('**/api/live', () => new Promise(() => {}));
  await signIn(page, EXECUTIVE, '/today');
  await expect(page.getByText('Updated every 10 s', { exact: true })).toBeVisible({ timeout: 15_000 });
  const soFar = async () =>
    Number(
      plainNumber(
        /£[\d,.]+(?= so far)/.exec(await page.locator('[data-pace="againstExpected"]').innerText())?.[0] ??
          '',
      ),
    );
  const before = await soFar();
  expect(before).toBeGreaterThan(0);
  await sellAt(redis, 'S-001', 66_666_66);
  await expect.poll(soFar, { timeout: 15_000 }).toBeGreaterThanOrEqual(before + 66_666.66);
});
