import { expect, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';

test('Ctrl-K finds a store from any page, and Enter leads there', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/lake');
  const search = page.getByRole('searchbox', { name: /^Search/ });
  // The keys are heard once the page has come alive.
  await expect(async () => {
    if (!(await search.isVisible())) await page.keyboard.press('Control+k');
    await expect(search).toBeFocused({ timeout: 3_000 });
  }).toPass();
  await search.fill('brigh');
  await expect(page.getByRole('menuitem', { name: /Brighton Lanes/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/S-003/);
  await expect(search).toHaveCount(0);
});

test('The search is a button too, finds pages and products, and asks once a word', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await signIn(page, EXECUTIVE);
  await page.getByRole('button', { name: 'Search' }).click();
  const search = page.getByRole('searchbox', { name: /^Search/ });
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/search')) asked += 1;
  });
  await search.pressSequentially('velvet rug'.slice(0, 6), { delay: 20 });
  await expect(page.getByRole('menuitem', { name: /Velvet Floor Rug/ })).toBeVisible();
  expect(asked).toBe(1);
  await search.fill('import');
  await page.getByRole('menuitem', { name: 'Import report' }).click();
  await expect(page).toHaveURL('/lake');
});

test('A store manager finds their own store and no other', async ({ page }) => {
  await signIn(page, MANAGER);
  const found = async (text: string) => {
    const answer = await page.request.get(`/api/v1/search?q=${text}`);
    const body = (await answer.json()) as { found: { kind: string; id: string }[] };
    return body.found.filter(({ kind }) => kind !== 'product').map(({ id }) => id);
  };
  expect(await found('s-00')).toEqual([MANAGER_STORE]);
  expect(await found('leeds')).toEqual([]);
});
