import { Redis } from 'ioredis';
import { expect, test } from 'playwright/test';
import { partitionOf } from '../../lib/partition.ts';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { shelfOf } from '../raw-figures.ts';
import { CHAIN } from '../stacks.ts';

const redis = new Redis(CHAIN.ports.redis, '127.0.0.1', { lazyConnect: true });
test.afterAll(() => redis.disconnect());

test('The cell of a product that sells out changes without a reload, and its shelf says so', async ({
  page,
}) => {
  const { businessDate } = JSON.parse((await redis.get('live:clock')) ?? '{}') as { businessDate: string };
  const { productId, category, onHand } = await shelfOf('S-001');
  await signIn(page, EXECUTIVE, '/today');
  const cell = page.locator(`[data-cell="S-001/${category}"]`);
  await cell.scrollIntoViewIfNeeded();
  const before = Number(await cell.getAttribute('data-sold-out'));
  const event = {
    transactionId: `e2e-${crypto.randomUUID()}`,
    storeId: 'S-001',
    businessDate,
    eventTime: `${businessDate}T12:00:00`,
    lines: [{ productId, quantity: onHand, netAmount: '100' }],
  };
  await redis.xadd(`pos:{p${partitionOf('S-001')}}:events`, '*', 'event', JSON.stringify(event));
  await expect(cell).toHaveAttribute('data-sold-out', String(before + 1), { timeout: 15_000 });
  await cell.click();
  await expect(page.locator(`[data-shelf="${productId}"]`).first()).toContainText('sold out');
});

test('A store manager sees the shelves of that store, and no other', async ({ page }) => {
  await signIn(page, MANAGER, '/today');
  const cells = page.locator('[data-cell]');
  await expect(cells.first()).toBeVisible({ timeout: 15_000 });
  for (const cell of await cells.all())
    expect(await cell.getAttribute('data-cell')).toMatch(new RegExp(`^${MANAGER_STORE}/`));
  const status = await page.evaluate(async () => (await fetch('/api/v1/live/stock?store=S-001')).status);
  expect(status).toBe(403);
});
