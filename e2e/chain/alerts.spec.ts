import { Redis } from 'ioredis';
import { expect, test } from 'playwright/test';
import { partitionOf } from '../../lib/partition.ts';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { CHAIN } from '../stacks.ts';

const redis = new Redis(CHAIN.ports.redis, '127.0.0.1', { lazyConnect: true });
test.afterAll(() => redis.disconnect());

const LOUD = 'S-001';
const SILENT = 'S-002';

/** One store has come to the end of the day and the other has not been heard since the morning, for more than a minute. */
test.beforeAll(async () => {
  const { businessDate } = JSON.parse((await redis.get('live:clock')) ?? '{}') as { businessDate: string };
  const event = {
    transactionId: `e2e-${crypto.randomUUID()}`,
    storeId: LOUD,
    businessDate,
    eventTime: `${businessDate}T16:00:00`,
    lines: [{ productId: 'P-501', quantity: 1, netAmount: '100' }],
  };
  await redis.xadd(`pos:{p${partitionOf(LOUD)}}:events`, '*', 'event', JSON.stringify(event));
  const reading = {
    rule: 'store-silent',
    subject: SILENT,
    storeId: SILENT,
    about: SILENT,
    found: '',
    level: 1,
  };
  const care = { acknowledgedBy: null, assignedTo: null, snoozedUntil: null, feedback: null, comments: [] };
  const since = { ...reading, ...care, atStake: '0', overSince: 0, openedAt: null };
  await redis.hset('alerts:{alerts}:open', `store-silent:${SILENT}`, JSON.stringify(since));
});

test('An open store that says nothing is told with nobody watching, then seen, talked about and put off', async ({
  page,
}) => {
  const id = `store-silent:${SILENT}`;
  await expect
    .poll(async () => JSON.parse((await redis.hget('alerts:{alerts}:open', id)) ?? '{}').openedAt, {
      timeout: 20_000,
    })
    .toBeGreaterThan(0);
  await signIn(page, EXECUTIVE, '/alerts');
  const alert = page.locator(`[data-alert="${id}"]`);
  await expect(alert).toContainText('No events from an open store');
  await expect(alert).toContainText(/£[\d,]+\.\d\d\s*at stake/);
  await alert.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(alert).toContainText(`Seen by ${EXECUTIVE}`);
  await alert.getByText('More', { exact: true }).click();
  await alert.getByLabel('Say something about it').fill('The line is down, the shop is open');
  await alert.getByRole('button', { name: 'Say it' }).click();
  await alert.getByRole('button', { name: 'Assign' }).click();
  await page.reload();
  await expect(alert).toContainText(`With ${EXECUTIVE}`);
  await alert.getByText('More · 1 said').click();
  await expect(alert).toContainText('The line is down, the shop is open');
  await alert.getByRole('button', { name: 'Put off 30 min' }).click();
  await expect(page.getByRole('region', { name: 'Put off' }).locator(`[data-alert="${id}"]`)).toBeVisible();
});

test('The queue is looked through one kind at a time, and its address keeps which', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/alerts');
  const kinds = page.getByRole('group', { name: 'Kind of alert' }).getByRole('button');
  const told = page.getByRole('region', { name: 'Needs somebody now' }).locator('[data-alert]');
  const last = kinds.last();
  const title = (await last.innerText()).replace(/ \d+$/, '').trim();
  await last.click();
  // Alerts come and go meanwhile; of another kind is none.
  await expect
    .poll(async () => (await told.allInnerTexts()).filter((text) => !text.startsWith(title)))
    .toEqual([]);
  expect(await told.count()).toBeGreaterThan(0);
  await expect(page).toHaveURL(/rule=/);
  await page.reload();
  await expect(last).toHaveAttribute('aria-pressed', 'true');
});

test('A store manager is not told of other stores, and cannot answer for them', async ({ page }) => {
  await signIn(page, MANAGER, '/today');
  await expect(page.getByRole('heading', { name: 'Alerts' })).toBeVisible();
  await expect(page.locator(`[data-alert="store-silent:${SILENT}"]`)).toHaveCount(0);
  const statusOf = (id: string) =>
    page.evaluate(async (subject) => {
      const body = JSON.stringify({ id: subject, action: 'acknowledge' });
      return (await fetch('/api/v1/alerts', { method: 'POST', body })).status;
    }, id);
  expect(await statusOf(`store-silent:${SILENT}`)).toBe(403);
  expect(await statusOf(`stock-out:${SILENT}/P-501`)).toBe(403);
  expect(await statusOf('behind-pace:chain')).toBe(403);
  expect(await statusOf('no such rule:x')).toBe(422);
  expect(await statusOf(`store-silent:${MANAGER_STORE}`)).toBe(409);
});
