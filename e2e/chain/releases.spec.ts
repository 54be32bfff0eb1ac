import { get } from 'node:http';
import { Redis } from 'ioredis';
import { expect, type Page, test } from 'playwright/test';
import { balance, type Instance, nextRelease, startInstance } from '../instances.ts';
import { EXECUTIVE, MANAGER, OTHER_MANAGER, REGIONAL_MANAGER, signIn } from '../person.ts';
import { CHAIN, originOf } from '../stacks.ts';
import { sellAt } from '../till.ts';

const FIRST = CHAIN.ports.app + 1;
const SECOND = CHAIN.ports.app + 2;
const BALANCED = CHAIN.ports.app + 3;
const redis = new Redis(CHAIN.ports.redis, '127.0.0.1', { lazyConnect: true });
test.afterAll(() => redis.disconnect());

/** The session's cookie goes to every port of a host, as it does to every instance behind one address. */
async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies(originOf(CHAIN));
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** An open stream; `ended` settles when the server ends it in an orderly way, or false when it is cut. */
function openStream(port: number, cookie: string): Promise<{ ended: Promise<boolean> }> {
  return new Promise((resolve, reject) => {
    get({ port, path: '/api/live', headers: { cookie } }, (response) => {
      const ended = new Promise<boolean>((settle) => {
        response.once('close', () => settle(response.complete));
      });
      response.on('error', () => {});
      response.once('data', () => resolve({ ended }));
      response.resume();
    }).once('error', reject);
  });
}

test('A server told to go lets five hundred streams and twenty pages end in order, within ten seconds', async ({
  page,
  browser,
}) => {
  await signIn(page, EXECUTIVE);
  const cookies = [await cookieOf(page)];
  // Nobody may open five hundred streams at once: they are those of several people.
  for (const account of [REGIONAL_MANAGER, MANAGER, OTHER_MANAGER]) {
    const other = await browser.newContext();
    const theirs = await other.newPage();
    await signIn(theirs, account);
    cookies.push(await cookieOf(theirs));
    await other.close();
  }
  const instance = await startInstance(FIRST);
  try {
    const streams = await Promise.all(
      Array.from({ length: 500 }, (_, at) => openStream(FIRST, cookies[at % cookies.length] ?? '')),
    );
    // Days that nobody else asks for: each page asks the warehouse anew.
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => {
        const day = `2026-03-${String(at + 1).padStart(2, '0')}`;
        const path = `/sales?from=${day}&to=${day}`;
        return fetch(`http://127.0.0.1:${FIRST}${path}`, { headers: { cookie: cookies[0] ?? '' } });
      }),
    );
    const toldAt = Date.now();
    instance.child.kill('SIGTERM');
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 200));
    expect(pages.filter((text) => !text.trimEnd().endsWith('</html>'))).toEqual([]);
    expect(await Promise.all(streams.map(({ ended }) => ended))).toEqual(streams.map(() => true));
    expect(await instance.ended).toBe(143);
    expect(Date.now() - toldAt).toBeLessThan(10_000);
  } finally {
    instance.child.kill('SIGKILL');
  }
});

test('One of two servers is killed: the page goes on at the other, and no sale is missed', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE);
  const [first, second] = await Promise.all([startInstance(FIRST), startInstance(SECOND)]);
  const address = await balance(BALANCED, () => [first, second]);
  try {
    await page.goto(`http://localhost:${BALANCED}/today`);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await sellAt(redis, 'S-001', 7_111_11);
    await expect(page.locator('[data-ticker]')).toContainText('£7,111.11');
    first.child.kill('SIGKILL');
    await first.ended;
    await sellAt(redis, 'S-001', 7_222_22);
    await expect(page.locator('[data-ticker]')).toContainText('£7,222.22');
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Stores' }).click();
    await expect(page).toHaveURL(/\/stores/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    address.close();
    for (const { child } of [first, second]) child.kill('SIGKILL');
  }
});

test('A page left open over a release says that there is a new version, and still leads everywhere', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE);
  const old = await startInstance(FIRST);
  let serving: Instance = old;
  const address = await balance(BALANCED, () => [serving]);
  const replaced = await startInstance(SECOND, nextRelease('.data/e2e/next-release'));
  try {
    await page.goto(`http://localhost:${BALANCED}/today`);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    serving = replaced;
    old.child.kill('SIGTERM');
    await old.ended;
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect(page.getByText('A new version of this page is ready.')).toBeVisible();
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Sales' }).click();
    await expect(page.locator('[data-metric="netSales"]')).toBeVisible();
    await expect(page.getByText('A new version of this page is ready.')).toHaveCount(0);
  } finally {
    address.close();
    for (const { child } of [old, replaced]) child.kill('SIGKILL');
  }
});

test('A piece of the program that a release has replaced is fetched with the page anew, once', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE, '/today');
  await page.goto('/customers');
  let missing = 0;
  let isReplaced = true;
  await page.route('**/_next/static/chunks/**', (route) => {
    if (!isReplaced) return route.continue();
    missing += 1;
    return route.fulfill({ status: 404, body: '' });
  });
  // An address that changes within the page asks for no document; the page loaded anew does.
  page.on('request', (request) => {
    if (request.isNavigationRequest()) isReplaced = false;
  });
  await expect(async () => {
    await page.keyboard.press('Control+k'); // The palette comes when it is asked for.
    await expect.poll(() => missing, { timeout: 2_000 }).toBeGreaterThan(0);
  }).toPass();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 });
  }).toPass();
});
