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

      // It is as tall as what it shows, and gets smaller again.
      const stores = frameOf(page).getByRole('table', { name: 'Sales by store' });
      await expect(stores.locator('tbody tr')).toHaveCount(20);
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
  } finally {
    await stopStranger();
  }
});
