import { expect, type Page, test } from 'playwright/test';
import { policyReports, violations } from '../page-checks.ts';
import { EXECUTIVE, signIn } from '../person.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`The sign-in can be read by everybody, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: /sign in/i })).toBeEnabled();
    expect(await violations(page)).toEqual([]);
  });
}

test('No page past the list breaks its own content security policy', async ({ page }) => {
  const reports = policyReports(page);
  await signIn(page, EXECUTIVE);
  for (const path of [
    '/sales?period=last-364-days',
    '/embed/sales',
    '/no-such-page',
    '/auth/no-access',
    '/auth/relay',
  ]) {
    await page.goto(path);
    await page.waitForLoadState();
    if (path.startsWith('/sales')) await page.locator('canvas').first().hover();
  }
  expect(reports).toEqual([]);
});

interface Focused {
  readonly text: string;
  /** Whether a ring, or being drawn as chosen, tells where the keyboard is. */
  readonly isSeen: boolean;
}

/** What has the focus, by the words of it; a field by its label. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return { text: '', isSeen: true };
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const isDrawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const isOnScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return {
      text: (at.getAttribute('aria-label') ?? at.textContent ?? '').trim(),
      isSeen: isDrawn && isOnScreen,
    };
  });
}

/** Tabs to what is called so, and sees on every step where the keyboard is. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  let at = await focused(page);
  for (let tabs = 0; tabs < 60 && !name.test(at.text); tabs++) {
    await page.keyboard.press(key);
    at = await focused(page);
    expect(at.isSeen, `focus on “${at.text.slice(0, 60)}”`).toBe(true);
  }
  expect(at.text).toMatch(name);
}

async function enter(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

test('A keyboard alone gets from sign-in through rail and palette to a store’s stock list, and sees its way', async ({
  page,
}) => {
  await page.goto('/sales');
  await enter(page, /^Sign in with Microsoft/);
  await page.waitForURL(/interaction/);
  // The provider's page is not ours: only its buttons are.
  for (let tabs = 0; tabs < 20 && !/Erin Executive/.test((await focused(page)).text); tabs++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-metric="netSales"]')).toBeVisible();
  await enter(page, /^7 days$/);
  await expect(page).toHaveURL(/period=last-7-days/);

  // A new page begins at the skip link; past it the first thing is the page's own.
  await page.goto('/executive');
  await tabTo(page, /^Skip to the page$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('#content') !== null)).toBe(true);

  await tabTo(page, /^Stores$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-benchmarks]')).toBeVisible();

  const search = page.getByRole('searchbox', { name: /^Search/ });
  await page.keyboard.press('Control+k');
  await expect(search).toBeFocused();
  await page.keyboard.type('brighton');
  await expect(page.getByRole('menuitem', { name: /Brighton Lanes/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/stores\/S-003/);
  await expect(page.locator('[data-shelf-gaps]')).toBeVisible();

  await enter(page, /^All stock$/);
  await expect(page).toHaveURL(/\/inventory\?store=S-003/);
  const table = page.getByRole('table', { name: 'What to order' });
  await expect(table).toBeVisible();
  await enter(page, /^Find in What to order$/);
  const rows = await table.getByRole('row').count();
  await page.keyboard.type('zzzz');
  await expect(page.getByText('No row holds “zzzz”.')).toBeVisible();
  for (let letters = 0; letters < 4; letters++) await page.keyboard.press('Backspace');
  await expect(table.getByRole('row')).toHaveCount(rows);
});
