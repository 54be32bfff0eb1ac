import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, type Page, test } from 'playwright/test';
import { ADMINISTRATOR, EXECUTIVE, MANAGER, PRICING_ANALYST, signIn } from '../person.ts';
import { estimatesOf, newestOutcome, paidFor, productsToDecide } from '../price-figures.ts';
import { plainNumber } from '../screen.ts';
import { CHAIN } from '../stacks.ts';

const redis = new Redis(CHAIN.ports.redis, '127.0.0.1', { lazyConnect: true });
redis.on('error', () => {}); // one spec takes it down
test.afterAll(() => redis.disconnect());

interface Kept {
  readonly productId: string;
  readonly account: string;
  readonly outcome: string;
  readonly price: number;
}
async function ledgerOf(productId: string): Promise<Kept[]> {
  const entries = await redis.xrange('{prices}:decisions', '-', '+');
  return entries
    .map(([, fields]) => JSON.parse(fields[1] ?? '{}') as Kept)
    .filter((one) => one.productId === productId);
}
const row = (page: Page, productId: string) => page.locator(`tr[data-row="${productId}"]`);

/** Presses Tab until the focus is on the control of that name: what a person without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 200; press++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Asks past the page, with the session of whoever is signed in on it. */
async function post(
  page: Page,
  decision: Record<string, unknown>,
): Promise<{ status: number; body: string }> {
  return page.evaluate(async (one) => {
    const body = JSON.stringify({ decisions: [one] });
    const response = await fetch('/api/v1/price-decisions', { method: 'POST', body });
    return { status: response.status, body: await response.text() };
  }, decision);
}

test('A price decided by keyboard alone ends in the ledger, in the audit and on the decision log, and survives a restart', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const [productId = ''] = await productsToDecide(false);
  await signIn(page, PRICING_ANALYST, '/pricing');
  await expect(page.getByRole('table', { name: 'Recommended prices' })).toBeVisible();
  await tabTo(page, /^Find a product$/);
  await page.keyboard.type(productId);
  await expect(row(page, productId)).toBeVisible();
  await tabTo(page, /^Approve /);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Approved' })).toBeVisible();
  const [kept] = await ledgerOf(productId);
  expect(kept).toMatchObject({ account: PRICING_ANALYST, outcome: 'approved' });

  const pids = JSON.parse(readFileSync(join(CHAIN.folder, 'pids.json'), 'utf8')) as Record<string, number>;
  process.kill(pids['redis'] ?? Number.NaN, 'SIGKILL');
  const decision = page.locator(`tr[data-decision="${productId}"]`);
  await expect(async () => {
    await page.goto('/pricing?view=decisions');
    await expect(decision.filter({ hasText: PRICING_ANALYST })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await expect(decision).toContainText('not yet');
  expect(await ledgerOf(productId)).toEqual([kept]);

  await page.context().clearCookies();
  await signIn(page, ADMINISTRATOR, '/admin?action=decide-price&person=petra');
  const price = (Number(kept?.price) / 100).toFixed(2);
  const audit = page.getByRole('table', { name: /audit records/i }).locator('tbody tr');
  await expect(
    audit.filter({ hasText: `${productId} from` }).filter({ hasText: `to ${price}` }),
  ).toContainText('Done');
  const url = `redis://127.0.0.1:${CHAIN.ports.redis}`;
  const verified = execFileSync('node', ['--conditions=react-server', 'server/ledger/main.ts', 'verify'], {
    env: { ...process.env, REDIS_URL: url },
    encoding: 'utf8',
  });
  expect(verified).toContain('each following from the one before');
});

test('Where much is at stake two people must agree, and nobody can be both, through the page or past it', async ({
  page,
  browser,
}) => {
  const [productId = ''] = await productsToDecide(true);
  await signIn(page, EXECUTIVE, `/pricing?find=${productId}`);
  await expect(row(page, productId)).toBeVisible();
  const id = await row(page, productId).getAttribute('data-recommendation');
  const price = Number(id?.split('@').at(-1));
  await row(page, productId).getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Waits for a second person' })).toBeVisible();
  await page.goto(`/pricing?standing=waiting&find=${productId}`);
  await expect(row(page, productId)).toContainText(EXECUTIVE);
  await expect(row(page, productId).getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const again = { recommendationId: id, action: 'approve', price, reason: '' };
  const alone = await Promise.all([1, 2, 3, 4].map(() => post(page, again)));
  for (const { status, body } of alone) {
    expect(status).toBe(409);
    expect(body).toContain('SECOND_PERSON_NEEDED');
  }
  const override = { ...again, action: 'override', reason: 'the same price once more' };
  expect((await post(page, override)).body).toContain('SECOND_PERSON_NEEDED');
  expect((await ledgerOf(productId)).map(({ outcome }) => outcome)).toEqual(['waiting']);
  const foreign = await page.request.post('/api/v1/price-decisions', {
    data: { decisions: [again] },
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(foreign.status()).toBe(403);

  const stranger = await browser.newContext();
  const strange = await stranger.newPage();
  await signIn(strange, MANAGER);
  expect((await post(strange, again)).status).toBe(403);
  await strange.goto('/pricing');
  await expect(strange.getByText('This is not open to your role.')).toBeVisible();
  await stranger.close();

  await page.context().clearCookies();
  await signIn(page, PRICING_ANALYST, `/pricing?standing=waiting&find=${productId}`);
  await row(page, productId).getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Approved/ })).toBeVisible();
  expect((await ledgerOf(productId)).map(({ account, outcome }) => [account, outcome])).toEqual([
    [EXECUTIVE, 'waiting'],
    [PRICING_ANALYST, 'approved'],
  ]);
});

test('Another price is set with a reason, several are decided at once, and what was decided cannot be decided again', async ({
  page,
}) => {
  const [, first = '', second = '', third = ''] = await productsToDecide(false);
  await signIn(page, PRICING_ANALYST, `/pricing/${first}`);
  const tried = page.getByRole('slider');
  await tried.focus();
  await page.keyboard.press('ArrowLeft');
  const set = page.getByRole('button', { name: /^Set £/ });
  await expect(set).toBeDisabled();
  await page.getByLabel(/^Reason/).fill('A smaller step before Christmas');
  await set.click();
  await expect(page.locator('[data-decision]').first()).toContainText('A smaller step before Christmas');
  await expect(page.locator('h1 ~ [data-standing]')).toHaveText(/Approved|Waits/);

  await page.goto('/pricing');
  for (const productId of [second, third]) {
    await page.getByLabel('Find a product').fill(productId);
    await row(page, productId).getByRole('checkbox').check();
  }
  await page.getByLabel('Find a product').fill('');
  while ((await row(page, third).count()) === 0)
    await page.getByRole('button', { name: /^Show \d+ more/ }).click();
  await page.getByLabel('Reason, where they are rejected').fill('Not before January');
  await page.getByRole('button', { name: 'Reject 2' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2: Rejected' })).toBeVisible();
  await page.goto(`/pricing?standing=decided&find=${second}`);
  const id = await row(page, second).getAttribute('data-recommendation');
  const late = await post(page, { recommendationId: id, action: 'approve', price: 1, reason: '' });
  expect([late.status, late.body]).toEqual([409, expect.stringContaining('ALREADY_DECIDED')]);
});

for (const account of [EXECUTIVE, PRICING_ANALYST])
  test(`What ${account} reads of a price is what the tills and lists say, and what the statistics found`, async ({
    page,
  }) => {
    const [productId = ''] = (await productsToDecide(true)).slice(2);
    const estimates = await estimatesOf(productId);
    const raw = await paidFor(productId, estimates['asOf'] ?? '');
    await signIn(page, account, `/pricing/${productId}`);
    const known = page.getByRole('region', { name: 'What is known' });
    const figure = async (name: string) =>
      plainNumber((await known.locator(`dd[data-figure="${name}"]`).innerText()).split(/ of |\n/)[0] ?? '');
    for (const name of ['priceNow', 'unitsSold', 'netSales', 'competitorPrice'])
      expect([name, await figure(name)]).toEqual([name, raw[name] || expect.anything()]);
    await page.goto(`/pricing?find=${productId}`);
    await expect(row(page, productId)).toBeVisible(); // What is still on its way has no lines.
    const cell = async (name: string) =>
      (await row(page, productId).locator(`[data-figure="${name}"]`).innerText())
        .split('\n')
        .map(plainNumber);
    expect((await cell('elasticity'))[0]).toBe(estimates['elasticity']);
    expect((await cell('recommendedPrice'))[0]).toBe(estimates['recommendedPrice']);
    expect((await cell('unitsChange'))[0]).toBe(estimates['unitsChange']);
    const margin = await row(page, productId).locator('[data-figure="marginChange"]').innerText();
    expect(margin.match(/-?£[\d,.]*\d/g)?.map(plainNumber)).toEqual([
      estimates['marginChange'],
      estimates['marginLower'],
      estimates['marginUpper'],
    ]);
  });

test('A price that was decided and has held is shown with what it brought, beside what was expected', async ({
  page,
}) => {
  const { productId = '', changedOn = '', before, after, change } = await newestOutcome();
  // As the ledger would have written it on the day before the change.
  const day = new Date(Date.parse(changedOn) - 86_400_000).toISOString();
  const decision = {
    ...{ at: day, personId: 'past', account: 'somebody@contoso.test', productId, productName: 'As it was' },
    ...{
      recommendationId: `${productId}@${day.slice(0, 10)}@${after}`,
      action: 'approve',
      outcome: 'approved',
    },
    ...{ priceNow: Number(before), recommendedPrice: Number(after), price: Number(after), reason: '' },
    ...{ horizonDays: 28, units: null, margin: null },
  };
  await redis.xadd('{prices}:decisions', '*', 'decision', JSON.stringify(decision));
  await signIn(page, EXECUTIVE, '/pricing?view=decisions');
  const measured = page.locator(`tr[data-decision="${productId}"]`).filter({ hasText: 'somebody@' });
  const shown = await measured.locator('[data-figure="measured"]').innerText();
  expect(shown).toContain(`since ${changedOn}`);
  expect(plainNumber(shown.split('%')[0] ?? '')).toBe((100 * Number(change)).toFixed(1));
});
