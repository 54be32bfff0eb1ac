import { expect, type Page, test } from 'playwright/test';
import type { SalesNote } from '#lib/sales-note.ts';
import { jumpsOf, noteJumps, readableFigures, violations } from '../page-checks.ts';
import {
  ADMINISTRATOR,
  EXECUTIVE,
  MANAGER,
  MANAGER_STORE,
  PRICING_ANALYST,
  REGIONAL_MANAGER,
  signIn,
} from '../person.ts';

const DAYS = 'from=2026-10-05&to=2026-10-11';
const WEEK = `/sales?${DAYS}`;
/** What would be a styled piece of text, markup and a formula, if it were anything but text. */
const HOSTILE = '{b|Street} closed 2 hours <img src=x onerror=struck()> =1+1';

const events = (page: Page) => page.locator('details[data-events]');
const note = (page: Page, text: string) => events(page).locator('li[data-note]').filter({ hasText: text });
const drawn = (page: Page) =>
  page
    .locator('[data-painted="true"] canvas')
    .first()
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

async function openEvents(page: Page, address = WEEK): Promise<void> {
  await page.goto(address);
  // On a telephone the chart is further down, and comes when it is near.
  await events(page).scrollIntoViewIfNeeded();
  await expect(page.locator('[data-painted="true"]').first()).toBeVisible();
  await events(page).locator('summary').click();
}

/** What the API tells somebody of these days. */
async function told(page: Page, more = ''): Promise<SalesNote[]> {
  const answer = await page.request.get(`/api/v1/notes?${DAYS}${more}`);
  return ((await answer.json()) as { notes: SalesNote[] }).notes;
}

async function signInAnew(page: Page, account: string, path = WEEK): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, account, path);
}

test('A note of a manager is marked on its day at once, is text to whoever sees the store, and goes when it is withdrawn', async ({
  page,
  baseURL,
}) => {
  await signIn(page, MANAGER, WEEK);
  await openEvents(page);
  const before = await drawn(page);
  const count = await events(page).locator('li').count();
  await page.getByLabel('Day of the note').fill('2026-10-07');
  await page.getByLabel(/^Note about /).fill(HOSTILE);
  await page.keyboard.press('Enter');
  await expect(events(page).getByRole('status')).toHaveText('Your note was added.');
  await expect(note(page, HOSTILE)).toContainText(`7 Oct 2026`);
  await expect(note(page, HOSTILE)).toContainText(MANAGER);
  await expect(events(page).locator('summary')).toContainText(`${count + 1} event`);
  await expect.poll(() => drawn(page)).not.toBe(before);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await told(page)).toMatchObject([
    { day: '2026-10-07', storeIds: [MANAGER_STORE], text: HOSTILE, account: MANAGER, isOwn: true },
  ]);
  const [{ id = '' } = {}] = await told(page);

  // Its words are words of the shop: hidden with the figures, and nothing stands in anybody's way.
  expect(await violations(page), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, 'colours'), 'dark').toEqual([]);
  await page.getByRole('button', { name: 'Hide figures' }).first().click();
  expect(await readableFigures(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hide figures' }).first().click();

  await signInAnew(page, REGIONAL_MANAGER);
  expect(await told(page)).toEqual([]);
  expect((await page.request.get(`/api/v1/notes?${DAYS}&store=${MANAGER_STORE}`)).status()).toBe(403);
  await signInAnew(page, EXECUTIVE);
  await openEvents(page);
  await expect(note(page, HOSTILE)).toContainText('Brighton Lanes');
  await expect(events(page).getByRole('button', { name: /^Withdraw/ })).toHaveCount(0);
  expect(await told(page, '&store=S-001')).toEqual([]);
  const post = (data: object, origin = new URL(String(baseURL)).origin) =>
    page.request.post('/api/v1/notes', { data, headers: { origin } }).then((answer) => answer.status());
  expect(await post({ action: 'withdraw', id })).toBe(404);
  expect(await post({ action: 'withdraw', id }, 'https://evil.test')).toBe(403);

  await signInAnew(page, MANAGER);
  await openEvents(page);
  await page.getByRole('button', { name: 'Withdraw your note of 7 Oct 2026' }).click();
  await expect(note(page, HOSTILE)).toHaveCount(0);
  await expect(events(page).locator('summary')).toBeFocused();
  expect(await told(page)).toEqual([]);

  await signInAnew(page, ADMINISTRATOR, '/admin?person=max');
  const audit = page.getByRole('table', { name: /audit records/i }).locator('tbody tr');
  for (const words of ['Wrote a note', 'Withdrew a note'])
    await expect(audit.filter({ hasText: words }).filter({ hasText: id })).toContainText('Done');
});

test('A note of the chain is read by everybody who may open Sales; in a frame it is read alone', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE, WEEK);
  await openEvents(page, `${WEEK}&store=${MANAGER_STORE}`);
  const about = page.getByRole('combobox', { name: 'About' });
  expect(await about.locator('option').allInnerTexts()).toEqual(['Brighton Lanes', 'The whole chain']);
  await about.selectOption('The whole chain');
  await page.getByLabel('Note', { exact: true }).fill('Card terminals were down everywhere');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(note(page, 'Card terminals')).toContainText('The whole chain');

  await noteJumps(page);
  await page.goto(`/embed/sales?${DAYS}`);
  await expect(page.locator('[data-painted="true"]').first()).toBeVisible();
  expect((await jumpsOf(page)).total).toBeLessThanOrEqual(0.02);
  await events(page).locator('summary').click();
  await expect(note(page, 'Card terminals')).toBeVisible();
  expect(await events(page).locator('input, select, button').count()).toBe(0);
  for (const account of [MANAGER, REGIONAL_MANAGER, PRICING_ANALYST]) {
    await signInAnew(page, account);
    expect(await told(page), account).toMatchObject([{ storeIds: null, isOwn: false }]);
  }
  await signInAnew(page, EXECUTIVE);
  await openEvents(page);
  await events(page)
    .getByRole('button', { name: /^Withdraw/ })
    .click();
  await expect(note(page, 'Card terminals')).toHaveCount(0);
});

test('A note that cannot be written says why beside the field, and a finger finds every control', async ({
  browser,
  baseURL,
}) => {
  const touched = {
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  };
  const context = await browser.newContext(touched);
  const page = await context.newPage();
  await signIn(page, MANAGER, WEEK);
  await openEvents(page);
  const alert = events(page).getByRole('alert');
  const add = page.getByRole('button', { name: 'Add', exact: true });
  await add.click();
  await expect(alert).toHaveText('Write a few words first.');
  await expect(page.getByLabel(/^Note about /)).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Day of the note').fill('2026-10-12');
  await page.getByLabel(/^Note about /).fill('x');
  await add.click();
  await expect(alert).toHaveText('Choose a day from 5 Oct 2026 to 11 Oct 2026.');
  expect(await told(page)).toEqual([]);
  const small = await events(page)
    .locator('summary, input, button, select')
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { height } = control.getBoundingClientRect();
        return height < 44 ? [`${control.tagName} ${height}`] : [];
      }),
    );
  expect(small).toEqual([]);
  await context.close();
});
