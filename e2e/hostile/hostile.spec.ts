import { readFileSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { SEEN_PAGES, waitUntilComplete } from '../pages.ts';
import { ADMINISTRATOR, EXECUTIVE, signIn } from '../person.ts';
import { look, openEyes, pointAtCharts } from './eyes.ts';
import { HOSTILE_WORDS } from './hostile-words.ts';

test.use({ ignoreHTTPSErrors: true });

/** Every page an executive may open, once. */
const PAGES = [
  ...new Map(
    SEEN_PAGES.filter(({ account }) => account !== ADMINISTRATOR).map((page) => [page.path, page]),
  ).values(),
];
/** These name no product, store, supplier or campaign. */
const WITHOUT_NAMES = new Set(['reference', 'import-report']);

async function expectOnlyText(page: Page, where: string) {
  const { brought, struck, reversed, ...seen } = await look(page);
  expect({ where, brought, struck, reversed }).toEqual({ where, brought: [], struck: 0, reversed: [] });
  return seen;
}

test('A name that is code is text on every page, in every chart and under the pointer', async ({ page }) => {
  test.setTimeout(240_000);
  const reports = await openEyes(page);
  await signIn(page, EXECUTIVE, PAGES[0]?.path);
  const read = new Set<string>();
  const painted = new Set<string>();
  for (const { name, path, complete } of PAGES) {
    await page.goto(path);
    await waitUntilComplete(page, complete);
    await pointAtCharts(page);
    const seen = await expectOnlyText(page, name);
    if (!WITHOUT_NAMES.has(name)) expect(seen.read, name).not.toEqual([]);
    for (const word of seen.read) read.add(word);
    for (const word of seen.painted) painted.add(word);
  }
  expect([...read].sort()).toEqual([...HOSTILE_WORDS].sort());
  expect(painted.size).toBeGreaterThan(0);
  expect(reports).toEqual([]);
});

test('What an export says of its mailer, displays and campaigns is shown, as text', async ({ page }) => {
  const reports = await openEyes(page);
  await signIn(page, EXECUTIVE, '/sales');
  const mailer = page.getByRole('table', { name: 'Mailer and displays' });
  await expect(mailer).toContainText(/Mailer: .*struck\(\).* page \d · Display: /);
  await expectOnlyText(page, 'mailer');

  await page.goto('/customers');
  const campaigns = page.getByRole('table', { name: 'Coupon campaigns' });
  await expect(campaigns.getByRole('row', { name: /^C8 .*kind 8/ })).toContainText('10.0%');
  await expectOnlyText(page, 'campaigns');
  expect(reports).toEqual([]);
});

test('A name that is code is text where it is found, picked, told live and saved as a drawing', async ({
  page,
}) => {
  const reports = await openEyes(page);
  await signIn(page, EXECUTIVE, '/today');
  const latest = page.locator('[data-ticker] li').first();
  const before = await latest.innerText();
  await expect(latest).not.toHaveText(before, { timeout: 30_000 });
  expect(HOSTILE_WORDS.some((word) => before.includes(word))).toBe(true);
  await expectOnlyText(page, 'ticker');

  const search = page.getByRole('searchbox', { name: /^Search/ });
  await expect(async () => {
    if (!(await search.isVisible())) await page.keyboard.press('Control+k');
    await expect(search).toBeFocused({ timeout: 3_000 });
  }).toPass();
  await search.fill('onerror=');
  await expect(page.getByRole('menuitem').first()).toContainText('<img src=x onerror=struck()>');
  await expectOnlyText(page, 'search');

  await page.goto('/sales');
  await page.getByRole('button', { name: /^Stores: / }).click();
  await page.getByRole('checkbox', { name: /<img src=x onerror=struck\(\)>.*S-001/ }).check();
  await page.getByRole('button', { name: 'Show', exact: true }).last().click();
  await expect(page).toHaveURL(/store=S-001/);
  await expectOnlyText(page, 'picked');

  await page.goto('/baskets');
  await waitUntilComplete(page, '[data-painted="true"]');
  const saving = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /as SVG$/ })
    .first()
    .click();
  const svg = readFileSync(await (await saving).path(), 'utf8');
  // Read on a page without a policy: what counts is what somebody else's program finds in the file.
  const elsewhere = await page.context().newPage();
  const drawing = await elsewhere.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    const names = [...new Set([...file.querySelectorAll('*')].map(({ localName }) => localName))].sort();
    return { names, text: file.documentElement.textContent ?? '' };
  }, svg);
  expect(drawing.text).toContain('onerror=struck()>');
  expect(
    drawing.names.filter(
      (name) =>
        !['svg', 'rect', 'path', 'text', 'g', 'style', 'circle', 'defs', 'clipPath', 'use', 'tspan'].includes(
          name,
        ),
    ),
  ).toEqual([]);
  expect(reports).toEqual([]);
});
