import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import { EXECUTIVE } from '../person.ts';
import { INTRANET_ORIGIN } from '../stacks.ts';
import { realBrowser, startIntranet } from './intranet.ts';

const FRAME = '/embed/sales?period=last-28-days';
const frameOf = (page: Page) => page.frameLocator('#pulse');
const heightOf = (page: Page) => page.locator('#pulse').evaluate((frame) => frame.clientHeight);
const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard);
const tell = (page: Page, message: unknown) =>
  page.evaluate((said) => (window as unknown as { tell: (said: unknown) => void }).tell(said), message);

/** As a person does: a window opens, they continue to the provider and pick their account. */
async function signInWithin(context: BrowserContext, page: Page): Promise<void> {
  const opening = context.waitForEvent('page');
  await frameOf(page)
    .getByRole('button', { name: /sign in with microsoft/i })
    .click();
  const relay = await opening;
  const providing = context.waitForEvent('page');
  await relay.getByRole('button', { name: /continue to microsoft/i }).click();
  const provider = await providing;
  await provider.getByRole('button', { name: new RegExp(EXECUTIVE, 'i') }).click();
}

// Every browser here is started for its test, with a profile of its own.
test.setTimeout(120_000);

let stop: () => Promise<void>;
test.beforeAll(async () => {
  stop = await startIntranet();
});
test.afterAll(() => stop());

for (const cookies of ['allowed', 'blocked'] as const) {
  test(`The intranet shows the sales in a frame, with third-party cookies ${cookies}`, async ({
    launchOptions,
  }) => {
    const { context, close } = await realBrowser(launchOptions, cookies);
    try {
      const page = await context.newPage();
      await page.goto(`${INTRANET_ORIGIN}${FRAME}`);
      await signInWithin(context, page);
      const figure = frameOf(page).locator('[data-metric="netSales"] [data-figure]');
      await expect(figure).toBeVisible();
      await expect(frameOf(page).getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
      await expect(frameOf(page).getByText('Live', { exact: true })).toBeVisible();

      // It is as tall as what it shows, once all of it is there, and gets smaller again.
      const stores = frameOf(page).getByRole('table', { name: 'Sales by store' });
      await expect(stores.locator('tbody tr')).toHaveCount(20);
      await expect(frameOf(page).locator('[role="status"]', { hasText: 'Loading' })).toHaveCount(0);
      const content = () =>
        frameOf(page)
          .locator('html')
          .evaluate((html) => html.scrollHeight);
      await expect.poll(async () => Math.abs((await heightOf(page)) - (await content()))).toBeLessThan(20);
      const tall = await heightOf(page);
      expect(tall).toBeGreaterThan(900);
      await page.locator('#pulse').evaluate((frame) => frame.setAttribute('width', '390'));
      await expect.poll(() => heightOf(page)).toBeGreaterThan(tall + 200);
      await page.locator('#pulse').evaluate((frame) => frame.setAttribute('width', '1000'));
      await expect.poll(() => heightOf(page)).toBeLessThanOrEqual(tall + 20);

      const before = await figure.innerText();
      await tell(page, { retailPulse: 'period', period: 'last-7-days' });
      await expect(figure).not.toHaveText(before);
      await tell(page, { retailPulse: 'theme', theme: 'dark' });
      await expect(frameOf(page).locator('html')).toHaveCSS('color-scheme', 'dark');
      await tell(page, { retailPulse: 'locale', locale: 'de-DE' });
      await expect(figure).toHaveText(/^[\d.]+,\d\d\s£$/);
      // The frame was asked for anew in German: it is told again until it listens.
      await expect
        .poll(async () => {
          await tell(page, { retailPulse: 'locale', locale: 'xx-XX' });
          return (await heard(page)).find(({ retailPulse }) => retailPulse === 'refused') ?? {};
        })
        .toMatchObject({ asked: 'locale' });

      // The session ends: sign-in is offered in place, and the figures stay.
      await context.clearCookies({ name: '__Host-rp_session' });
      await frameOf(page)
        .locator('html')
        .evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await expect(frameOf(page).getByRole('button', { name: /sign in with microsoft/i })).toBeVisible();
      await expect(figure).toBeVisible();
    } finally {
      await close();
    }
  });
}

test('Overview, stores and stock stand in a frame too, and what somebody follows there never leaves it blank', async ({
  launchOptions,
}) => {
  const { context, close } = await realBrowser(launchOptions, 'allowed');
  try {
    const page = await context.newPage();
    const framed = () => new URL(page.frames()[1]?.url() ?? '').pathname;
    await page.goto(`${INTRANET_ORIGIN}/embed/executive?period=last-28-days`);
    await signInWithin(context, page);
    const frame = frameOf(page);
    await expect(frame.locator('[data-metric="netSales"]')).toBeVisible();
    await frame.getByRole('link', { name: 'In the basket' }).click();
    await expect(frame.getByRole('link', { name: 'In the basket' })).toHaveAttribute('aria-current', 'true');
    await frame.getByText('Days and basis').click();
    await frame.getByRole('link', { name: '7 days', exact: true }).click();
    await expect(frame.getByRole('link', { name: '7 days', exact: true })).toHaveAttribute(
      'aria-current',
      'true',
    );
    expect(framed()).toBe('/embed/executive');

    // A page that nobody may frame opens beside it.
    const opening = context.waitForEvent('page');
    await frame.locator('a[href^="/stores/S-"]').first().click();
    const beside = await opening;
    await expect(beside).toHaveURL(/\/(?:stores\/S-|sign-in)/);
    await beside.close();
    expect(framed()).toBe('/embed/executive');

    await page.goto(`${INTRANET_ORIGIN}/embed/stores`);
    await expect(frame.locator('[data-benchmarks]')).toBeVisible();
    await frame.getByRole('navigation', { name: 'Ranked by' }).getByRole('link').last().click();
    await expect(
      frame.getByRole('navigation', { name: 'Ranked by' }).getByRole('link').last(),
    ).toHaveAttribute('aria-current', 'true');
    expect(framed()).toBe('/embed/stores');

    await page.goto(`${INTRANET_ORIGIN}/embed/inventory`);
    await frame.getByText('Show as a table').first().click();
    await frame
      .getByRole('table', { name: 'Days of cover by store' })
      .locator('a[href*="store="]')
      .first()
      .click();
    await expect(frame.getByRole('link', { name: 'Show all stores' })).toBeVisible();
    expect(framed()).toBe('/embed/inventory');
    // Where the page itself is named, its frame is meant.
    await frame.locator('main').evaluate((main) => {
      main.insertAdjacentHTML('afterbegin', '<a href="/sales?period=last-7-days">Sales</a>');
    });
    await frame.getByRole('link', { name: 'Sales', exact: true }).click();
    await expect(frame.getByRole('table', { name: 'Sales by store' })).toBeVisible();
    expect(framed()).toBe('/embed/sales');
  } finally {
    await close();
  }
});

test('A frame that is withheld something says what is missing', async ({ launchOptions }) => {
  const { context, close } = await realBrowser(launchOptions, 'blocked');
  try {
    const page = await context.newPage();
    const missing = {
      '': /allow-scripts/,
      'allow-scripts': /allow-same-origin/,
      'allow-scripts allow-same-origin': /sign in/i,
    };
    for (const [sandbox, words] of Object.entries(missing)) {
      await page.goto(`${INTRANET_ORIGIN}/embed/sales?sandbox=${sandbox.replaceAll(' ', '+')}`);
      await expect(frameOf(page).getByText(words).first()).toBeVisible();
    }
    await frameOf(page)
      .getByRole('button', { name: /sign in with microsoft/i })
      .click();
    await expect(frameOf(page).getByText('allow-popups')).toBeVisible();

    // A browser that knows no partitioned cookies drops the session: nobody is sent round and round.
    await context.route('**/api/session', async (route) => {
      if (route.request().method() === 'POST') await route.fulfill({ json: { account: 'x', expiresIn: 60 } });
      else await route.continue();
    });
    await page.goto(`${INTRANET_ORIGIN}/embed/sales`);
    await signInWithin(context, page);
    await expect(frameOf(page).getByText('did not keep the session')).toBeVisible();
    await expect(frameOf(page).getByRole('link', { name: 'Open in a tab of its own' })).toBeVisible();
    const kept = await page.frames()[1]?.evaluate(() => JSON.stringify([location.href, { ...localStorage }]));
    expect(kept).not.toMatch(/eyJ|token=/);
  } finally {
    await close();
  }
});

test('A site that is not on the list can frame nothing', async ({ page, request }) => {
  const stranger = 'http://stranger.localhost:3141';
  const stopStranger = await startIntranet(stranger);
  try {
    for (const path of ['/embed/sales', '/sales', '/sign-in', '/auth/relay', '/no-such-page', '/api/live']) {
      await page.goto(`${stranger}${path}`);
      await expect(page.locator('#pulse')).toBeVisible();
      expect(page.frames()[1]?.url() ?? '', path).toMatch(/^chrome-error:/);
      const policy = (await request.get(path, { maxRedirects: 0 })).headers()['content-security-policy'];
      expect(policy, path).toMatch(
        path.startsWith('/embed/') ? `frame-ancestors ${INTRANET_ORIGIN}` : "frame-ancestors 'none'",
      );
    }
    // Nor by way of a site that is.
    await page.evaluate((address) => {
      const nested = document.createElement('iframe');
      nested.src = address;
      document.body.append(nested);
    }, `${INTRANET_ORIGIN}/embed/sales`);
    const within = () =>
      page.frames().filter((frame) => frame.parentFrame()?.url().startsWith(INTRANET_ORIGIN));
    await expect
      .poll(() => within().map((frame) => frame.url()))
      .toEqual([expect.stringMatching(/^chrome-error:/)]);
  } finally {
    await stopStranger();
  }
});

test('Forecast, suppliers, customers and baskets stand in a frame too; what decides or names somebody does not', async ({
  launchOptions,
}) => {
  const { context, close } = await realBrowser(launchOptions, 'allowed');
  try {
    const page = await context.newPage();
    await page.goto(`${INTRANET_ORIGIN}/embed/forecast`);
    await signInWithin(context, page);
    const frame = frameOf(page);
    await expect(frame.locator('[data-painted="true"]').first()).toBeVisible();
    await page.goto(`${INTRANET_ORIGIN}/embed/suppliers`);
    await expect(frame.locator('[data-row="V-01"]')).toBeVisible();
    await page.goto(`${INTRANET_ORIGIN}/embed/baskets`);
    await expect(frame.locator('[data-painted="true"]').first()).toBeVisible();
    await page.goto(`${INTRANET_ORIGIN}/embed/customers`);
    await expect(frame.getByRole('table').first()).toBeVisible();
    await expect(frame.getByLabel(/e-mail/i)).toHaveCount(0);
    for (const name of ['pricing', 'alerts', 'admin']) {
      const status = await frame
        .locator('html')
        .evaluate(async (_html, path) => (await fetch(path)).status, `/embed/${name}`);
      expect([name, status]).toEqual([name, 404]);
    }
  } finally {
    await close();
  }
});
