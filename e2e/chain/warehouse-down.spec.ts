import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { EXECUTIVE, signIn } from '../person.ts';
import { CHAIN } from '../stacks.ts';

function pidOf(part: 'sql' | 'redis'): number {
  const pids = JSON.parse(readFileSync(join(CHAIN.folder, 'pids.json'), 'utf8')) as Record<string, number>;
  return pids[part] ?? Number.NaN;
}

test('When the warehouse of figures goes down, the shell and today’s figure stand, and it comes back by itself', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, EXECUTIVE);
  await page.goto('/sales?from=2026-09-01&to=2026-09-07');
  const before = await page.locator('[data-metric="netSales"] [data-figure]').innerText();

  process.kill(pidOf('sql'), 'SIGKILL');

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

test('A warehouse that accepts and never answers holds up its own panels only, and only for so long', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, EXECUTIVE);
  await expect(page.locator('[data-metric="netSales"]')).toBeVisible();
  process.kill(pidOf('sql'), 'SIGSTOP');
  try {
    const asked = page.goto('/sales?from=2026-07-06&to=2026-07-12'); // the answer streams; its shell does not wait
    await expect(page.locator('[data-live-metric="netSales"] [data-figure]')).toContainText('£', {
      timeout: 3_000,
    });
    await expect(page.getByRole('alert').first()).toContainText(/did not answer in time|cannot be reached/, {
      timeout: 30_000,
    });
    await asked;
  } finally {
    process.kill(pidOf('sql'), 'SIGCONT');
  }
  await expect(async () => {
    await page.goto('/sales?from=2026-07-06&to=2026-07-12');
    await expect(page.locator('[data-metric="netSales"] [data-figure]')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
});

test('When Redis goes down the tile says since when, settled figures stand, and it is live again by itself', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, EXECUTIVE);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  process.kill(pidOf('redis'), 'SIGKILL');
  await expect(page.getByText(/^Offline since \d\d:\d\d$/)).toBeVisible({ timeout: 8_000 });
  await page.goto('/sales?from=2026-06-01&to=2026-06-07');
  await expect(page.locator('[data-metric="netSales"] [data-figure]')).toContainText('£');
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-live-metric="netSales"] [data-figure]')).toContainText('£');
});
