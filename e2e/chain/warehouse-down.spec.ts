import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { EXECUTIVE, signIn } from '../person.ts';
import { CHAIN } from '../stacks.ts';

test('When the warehouse of figures goes down, the shell and today’s figure stand, and it comes back by itself', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, EXECUTIVE);
  await page.goto('/sales?from=2026-09-01&to=2026-09-07');
  const before = await page.locator('[data-metric="netSales"] [data-figure]').innerText();

  const { sql } = JSON.parse(readFileSync(join(CHAIN.folder, 'pids.json'), 'utf8')) as { sql: number };
  process.kill(sql, 'SIGKILL');

  await page.goto('/sales?from=2026-08-03&to=2026-08-09'); // days nobody has asked for yet
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(page.locator('[data-live-metric="netSales"] [data-figure]')).toContainText('£');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByRole('alert').first()).toContainText('cannot be reached');
  await expect(page.locator('[data-metric="netSales"]')).toHaveCount(0);

  await page.goto('/sales?from=2026-09-01&to=2026-09-07'); // days that were answered before
  await expect(page.locator('[data-metric="netSales"] [data-figure]')).toHaveText(before);

  await expect(async () => {
    await page.goto('/sales?from=2026-08-10&to=2026-08-16');
    await expect(page.locator('[data-metric="netSales"] [data-figure]')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
});
