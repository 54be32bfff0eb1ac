import { Redis } from 'ioredis';
import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { plainNumber } from '../screen.ts';
import { CHAIN } from '../stacks.ts';
import { sellAt } from '../till.ts';

const redis = new Redis(CHAIN.ports.redis, '127.0.0.1', { lazyConnect: true });
test.afterAll(() => redis.disconnect());

async function liveNetSales(page: Page): Promise<number> {
  return Math.round(
    Number(plainNumber(await page.locator('[data-live-metric="netSales"] [data-figure]').innerText())) * 100,
  );
}

test('A sale at the till moves the figure on the screen within two seconds', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const before = await liveNetSales(page);
  await sellAt(redis, 'S-001', 98_765_43);
  await expect
    .poll(() => liveNetSales(page), { timeout: 2_000, intervals: [50] })
    .toBeGreaterThanOrEqual(before + 98_765_43);
});

test('The figure moves by itself while the shops are open', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  const before = await liveNetSales(page);
  await expect.poll(() => liveNetSales(page), { timeout: 30_000 }).not.toBe(before);
});

test('A sale in another store does not move a store manager’s figure', async ({ page }) => {
  await signIn(page, MANAGER);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const before = await liveNetSales(page);
  await sellAt(redis, 'S-001', 77_777_77);
  await sellAt(redis, MANAGER_STORE, 11_111_11);
  await expect
    .poll(() => liveNetSales(page), { timeout: 2_000, intervals: [50] })
    .toBeGreaterThanOrEqual(before + 11_111_11);
  expect(await liveNetSales(page)).toBeLessThan(before + 77_777_77);
});
