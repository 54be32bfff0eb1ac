import { expect, type Page, test } from 'playwright/test';
import { SEEN_PAGES, waitUntilComplete } from '../pages.ts';
import { EXECUTIVE, MANAGER, signIn } from '../person.ts';

/** Text with a digit that a person could read on the page, and charts that could be looked at. */
function readableFigures(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const main = document.querySelector('main') ?? document.body;
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !/\d/.test(text.textContent ?? '') || !parent.checkVisibility()) continue;
      // What names a thing may hold a digit: a heading, a column, a choice, an id beside a name.
      const names = 'nav, h1, h2, h3, th, dt, label, button, legend, summary, caption, select, [data-label]';
      if (parent.closest(`${names}, script, style`)) continue;
      const security = getComputedStyle(parent).getPropertyValue('-webkit-text-security');
      if (security !== 'disc') found.push(`${parent.tagName}: ${text.textContent}`);
    }
    for (const drawing of main.querySelectorAll('canvas, svg[role="img"]'))
      if (drawing.checkVisibility({ visibilityProperty: true })) found.push(drawing.tagName);
    return found;
  });
}

const hide = (page: Page) => page.getByRole('button', { name: 'Hide figures' }).first();

for (const { name, path, complete, account } of SEEN_PAGES) {
  test(`One tap hides every figure of the page ${name}, and the next page comes hidden`, async ({ page }) => {
    await signIn(page, account, path);
    await waitUntilComplete(page, complete);
    expect((await readableFigures(page)).length).toBeGreaterThan(0);
    await hide(page).click();
    expect(await readableFigures(page)).toEqual([]);
    const response = await page.reload();
    expect(await response?.text()).toContain('data-privacy="on"');
    await hide(page).click();
    await expect(page.locator('html')).not.toHaveAttribute('data-privacy');
  });
}

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
