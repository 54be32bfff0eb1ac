import { expect, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, NOBODY, signIn } from '../person.ts';

test('Nobody sees a figure before signing in', async ({ page, request }) => {
  for (const path of ['/', '/sales', '/lake', '/sales?period=last-7-days']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.content()).not.toContain('Net sales');
  }
  expect((await request.get('/api/live')).status()).toBe(401);
});

test('An executive signs in and comes back to the page that was asked for', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/sales?period=last-7-days');
  await expect(page.getByText('Erin Executive')).toBeVisible();
  await expect(page.getByRole('link', { name: '7 days' })).toHaveAttribute('aria-current', 'true');
});

test('Whoever signs out is signed out', async ({ page }) => {
  await signIn(page, MANAGER);
  await page.getByRole('button', { name: /sign out/i }).click();
  await expect(page.getByRole('button', { name: /sign in with microsoft/i })).toBeVisible();
  await page.goto('/sales');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('An account without a role is told whom to ask', async ({ page }) => {
  await page.goto('/sales');
  await page.getByRole('button', { name: /sign in with microsoft/i }).click();
  await page.getByRole('button', { name: new RegExp(NOBODY, 'i') }).click();
  await expect(page.getByText(/no role|administrator/i).first()).toBeVisible();
  expect(await page.content()).not.toContain('Net sales');
});

test('A store manager has no import report', async ({ page }) => {
  await signIn(page, MANAGER);
  await expect(page.getByRole('link', { name: 'Import report' })).toHaveCount(0);
  await page.goto('/lake');
  await expect(page).not.toHaveURL(/\/lake/);
});
