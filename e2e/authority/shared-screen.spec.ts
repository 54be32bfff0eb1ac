import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, signIn } from '../person.ts';

const hide = (page: Page) => page.getByRole('button', { name: 'Hide figures' }).first();

test('A shared tablet is handed over with one tap, and leaves nothing behind', async ({ page, context }) => {
  const next = await context.newPage();
  await signIn(page, EXECUTIVE);
  await expect(page.getByRole('table', { name: 'Sales by store' })).toContainText('S-001');
  await hide(page).click();
  await page.evaluate(async () => {
    localStorage.setItem('left', 'behind');
    sessionStorage.setItem('left', 'behind');
    await (await caches.open('left')).put('/left', new Response('behind'));
    await new Promise((opened) => {
      indexedDB.open('left').onsuccess = opened;
    });
  });

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: /sign in with microsoft/i })).toBeEnabled();
  const origin = new URL(page.url()).origin;
  expect(await context.cookies(origin)).toEqual([]);
  const left = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    // The sign-in page of the next person has noted its own version already.
    session: Object.keys(sessionStorage).filter((name) => name !== 'msal.version'),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(left).toEqual({ local: [], session: [], caches: [], databases: [] });
  await page.goBack();
  await expect(page.getByText('Net sales')).toHaveCount(0);

  // The next person is asked who they are, and sees their own alone, not hidden.
  await page.close();
  await signIn(next, MANAGER);
  await expect(next.locator('html')).not.toHaveAttribute('data-privacy');
  await expect(next.locator('[data-metric="netSales"]')).toBeVisible();
  expect(await next.content()).not.toContain('S-001');
});
