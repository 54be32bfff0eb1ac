import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import {
  ADMINISTRATOR,
  CUSTOMER_CARER,
  MANAGER,
  OTHER_MANAGER,
  REGIONAL_MANAGER,
  signIn,
} from '../person.ts';
import { rawStores } from './oracle.ts';

const auditRows = (page: Page) => page.getByRole('table', { name: /audit records/i }).locator('tbody tr');

/** Whether the open stream of a page ends within so many milliseconds. */
async function streamEnd(page: Page, ms: number): Promise<boolean> {
  return page.evaluate(async (patience) => {
    const response = await fetch('/api/live');
    const reader = response.body?.getReader();
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience));
    const ended = (async () => {
      for (;;) if ((await reader?.read())?.done) return true;
    })();
    return Promise.race([ended, late]);
  }, ms);
}

async function post(context: BrowserContext, origin: string, form: Record<string, string>): Promise<number> {
  const response = await context.request.post('/api/access/block', {
    form,
    headers: { origin },
    maxRedirects: 0,
  });
  return response.status();
}

test('A regional manager sees the stores of their region and no others', async ({ page }) => {
  const raw = await rawStores();
  await signIn(page, REGIONAL_MANAGER);
  const stores = page.getByRole('table', { name: 'Sales by store' }).locator('tbody tr');
  await expect(stores).not.toHaveCount(0);
  const [theirs, others] = [true, false].map((north) =>
    raw.filter(({ region }) => (region === 'North') === north),
  );
  const shown = await stores.getByRole('rowheader').allInnerTexts();
  for (const store of shown)
    expect(
      theirs?.some(({ id }) => store.includes(id)),
      store,
    ).toBe(true);
  const text = await page.content();
  expect(others?.filter(({ name }) => text.includes(name))).toEqual([]);
});

test('Each role finds its own pages and is refused the others', async ({ page }) => {
  await signIn(page, ADMINISTRATOR, '/admin');
  await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link')).toHaveText([
    'Alerts',
    'Import report',
    'Administration',
  ]);
  await page.goto('/sales');
  await expect(page.getByText('This is not open to your role.')).toBeVisible();
  expect((await page.request.get('/api/live')).status()).toBe(403);
});

test('Customer care finds customers, and no figures of stores', async ({ page }) => {
  await signIn(page, CUSTOMER_CARER, '/', '/customers');
  await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link')).toHaveText(['Customers']);
  await page.goto('/sales');
  await expect(page.getByText('This is not open to your role.')).toBeVisible();
});

test('Whoever is blocked is out within five seconds, in page and stream, and in again once it is lifted', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, ADMINISTRATOR, '/admin');
  const lift = page.getByRole('button', { name: new RegExp(`Lift.*${OTHER_MANAGER}`) });
  await expect(page.getByRole('heading', { name: 'Blocked accounts' })).toBeVisible();
  if (await lift.isVisible()) await lift.click(); // Left by a run that was broken off.
  const theirs = await browser.newContext({ ignoreHTTPSErrors: true });
  const blocked = await theirs.newPage();
  await signIn(blocked, OTHER_MANAGER);
  const ending = streamEnd(blocked, 45_000);
  await page.reload();
  await page.getByRole('combobox', { name: 'Account', exact: true }).selectOption({ label: OTHER_MANAGER });
  const since = Date.now();
  await page.getByRole('button', { name: 'Block', exact: true }).click();
  expect(await ending).toBe(true);
  expect(Date.now() - since).toBeLessThan(5_000);
  await blocked.goto('/sales');
  await expect(blocked.getByText('This account has been blocked')).toBeVisible();
  expect((await theirs.request.get('/api/live')).status()).toBe(403);
  expect(await post(theirs, new URL(String(baseURL)).origin, { personId: 'x' })).toBe(403);

  await lift.click();
  await expect(page.getByText('Nobody is blocked.')).toBeVisible();
  await blocked.goto('/sales');
  await expect(blocked.locator('[data-metric="netSales"]')).toBeVisible();
  await theirs.close();
});

test('The audit says who was refused what, and can be narrowed', async ({ page }) => {
  await signIn(page, MANAGER);
  expect((await page.request.get('/api/live?store=S-001')).status()).toBe(403);
  await page.goto('/admin');
  await expect(page.getByText('This is not open to your role.')).toBeVisible();
  await page.context().clearCookies();

  await signIn(page, ADMINISTRATOR, '/admin?person=max&outcome=refused');
  await expect(auditRows(page).filter({ hasText: 'OUT_OF_SCOPE' }).first()).toContainText('/api/live');
  await expect(auditRows(page).filter({ hasText: 'ROLE_REFUSED' }).first()).toContainText('/admin');
  await page.getByLabel('Person').fill('adam');
  await page.getByLabel('Outcome').selectOption('Done');
  await page.getByLabel('Action').selectOption('Signed in');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/person=adam/);
  for (const row of await auditRows(page).all()) await expect(row).toContainText('Signed in');
});

test('A sign-out in one tab empties the other, and neither the back button nor a copied cookie brings it back', async ({
  page,
  context,
  browser,
}) => {
  await signIn(page, MANAGER);
  const other = await context.newPage();
  await other.goto('/sales');
  await expect(other.locator('[data-metric="netSales"]')).toBeVisible();
  const ending = streamEnd(other, 45_000).catch(() => true); // The tab may be gone before the stream's end is told.
  const thief = await browser.newContext({ storageState: await context.storageState() });
  expect((await thief.request.get('/api/session')).status()).toBe(200);

  await page.getByRole('button', { name: /sign out/i }).click();
  await expect(page.getByRole('button', { name: /sign in with microsoft/i })).toBeVisible();
  await expect(other).toHaveURL(/\/sign-in/);
  expect(await ending).toBe(true);
  await other.goBack();
  await expect(other.getByText('Net sales')).toHaveCount(0);
  expect((await thief.request.get('/api/session')).status()).toBe(401);
  await thief.close();
});
