import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, REGIONAL_MANAGER, signIn } from '../person.ts';
import { type RawStore, rawCompStores, rawShelves, rawStores } from '../raw-stores.ts';
import { figureOnScreen, plainNumber } from '../screen.ts';

const DAYS = ['2026-10-26', '2026-11-22'] as const;
const BASIS = ['2025-10-27', '2025-11-23'] as const;
const PATH = `/executive?from=${DAYS[0]}&to=${DAYS[1]}&basis=last-year`;
/** Thirteen full fiscal periods before 26 October 2026, which lies in fiscal October, begin on this day. */
const OPENED_BY = '2025-08-31';

const sum = (stores: readonly RawStore[], of: (store: RawStore) => number) =>
  stores.reduce((all, store) => all + of(store), 0);

async function rawSides(
  region?: string,
): Promise<{ now: RawStore[]; before: RawStore[]; comp: Set<string> }> {
  const mine = (stores: RawStore[]) => stores.filter((store) => !region || store.region === region);
  const [now, before, comp] = await Promise.all([
    rawStores(...DAYS),
    rawStores(...BASIS),
    rawCompStores(OPENED_BY, DAYS, BASIS),
  ]);
  return { now: mine(now), before: mine(before), comp: new Set(comp) };
}

/** Every movement of stock is added up once for all. */
let shelves: ReturnType<typeof rawShelves> | undefined;

const change = (page: Page, metric: string) =>
  page
    .locator(`[data-metric="${metric}"] > dd`)
    .innerText()
    .then((text) => /[+−-][\d.,]+%/.exec(text)?.[0] ?? '');
const percent = (rate: number) => `${rate < 0 ? '−' : '+'}${Math.abs(rate * 100).toFixed(1)}%`;

for (const { who, account, region } of [
  { who: 'an executive', account: EXECUTIVE, region: undefined },
  { who: 'a regional manager', account: REGIONAL_MANAGER, region: 'North' },
]) {
  test(`The overview tells ${who} what the files of their stores say`, async ({ page }) => {
    await signIn(page, account, PATH);
    const { now, before, comp } = await rawSides(region);
    const ofComp = (stores: readonly RawStore[]) => stores.filter(({ id }) => comp.has(id));
    const net = sum(now, (it) => it.net);
    expect(await figureOnScreen(page, 'netSales')).toBe(net.toFixed(0));
    expect(await change(page, 'netSales')).toBe(percent(net / sum(before, (it) => it.net) - 1));
    await expect(page.locator('[data-metric="netSales"] [data-target]')).toContainText(
      percent(net / sum(now, (it) => it.target) - 1),
    );
    expect(await figureOnScreen(page, 'grossMargin')).toBe((net - sum(now, (it) => it.cost)).toFixed(0));
    const compNet = sum(ofComp(now), (it) => it.net);
    expect(await figureOnScreen(page, 'compSales')).toBe(compNet.toFixed(0));
    expect(await change(page, 'compSales')).toBe(percent(compNet / sum(ofComp(before), (it) => it.net) - 1));
    const conversion = sum(now, (it) => it.counterTickets) / sum(now, (it) => it.visits);
    expect(await figureOnScreen(page, 'conversionRate')).toBe((100 * conversion).toFixed(1));
    expect(await figureOnScreen(page, 'atv')).toBe((net / sum(now, (it) => it.tickets)).toFixed(2));
    expect(await figureOnScreen(page, 'upt')).toBe(
      (sum(now, (it) => it.units) / sum(now, (it) => it.tickets)).toFixed(2),
    );
    shelves ??= rawShelves(...DAYS);
    const mine = (await shelves).filter(({ id }) => now.some((store) => store.id === id));
    const count = (of: 'there' | 'ranged') => mine.reduce((all, shelf) => all + shelf[of], 0);
    const health = count('there') / count('ranged');
    expect(await figureOnScreen(page, 'availability')).toBe((100 * health).toFixed(1));
  });
}

/** Mean over every order in which visits, conversion, units and price of a unit could have moved from one set to the other. */
function meanOverOrders(before: readonly number[], now: readonly number[]): number[] {
  const gains = before.map(() => 0);
  let orders = 0;
  const walk = (left: readonly number[], state: readonly number[]) => {
    if (left.length === 0) {
      orders += 1;
      let at = [...before];
      for (const factor of state) {
        const next = at.with(factor, now[factor] ?? 0);
        const value = (drivers: readonly number[]) => drivers.reduce((product, one) => product * one, 1);
        gains[factor] = (gains[factor] ?? 0) + value(next) - value(at);
        at = next;
      }
      return;
    }
    for (const factor of left)
      walk(
        left.filter((other) => other !== factor),
        [...state, factor],
      );
  };
  walk([0, 1, 2, 3], []);
  return gains.map((gain) => gain / orders);
}

test('The parts of why sales moved sum to the change in the files, to the penny', async ({ page }) => {
  await signIn(page, EXECUTIVE, PATH);
  const { now, before } = await rawSides();
  const read = async () => {
    await page.getByText('Show as a table').first().click();
    const rows = await page.locator('[data-bridge]').all();
    const entries = await Promise.all(
      rows.map(async (row) => [
        await row.getAttribute('data-bridge'),
        plainNumber(await row.locator('td').innerText()),
      ]),
    );
    return Object.fromEntries(entries) as Record<string, string>;
  };
  const pence = (amount: string | undefined) => Math.round(100 * Number(amount));
  const partsOf = ({ from, to, ...parts }: Record<string, string>) => {
    expect(from).toBe(sum(before, (it) => it.net).toFixed(2));
    expect(to).toBe(sum(now, (it) => it.net).toFixed(2));
    const total = Object.values(parts).reduce((all, part) => all + pence(part), 0);
    expect(total).toBe(pence(to) - pence(from));
    return parts;
  };

  const door = partsOf(await read());
  const then = new Map(before.map((store) => [store.id, store]));
  const fresh = now.filter(({ id }) => !then.has(id));
  expect(fresh.length).toBeGreaterThan(0);
  expect(door['newStores']).toBe(sum(fresh, (it) => it.net).toFixed(2));
  const drivers = (it: RawStore) => [
    it.visits,
    it.counterTickets / it.visits,
    it.counterUnits / it.counterTickets,
    it.counterNet / it.counterUnits,
  ];
  const gains = [0, 0, 0, 0];
  for (const store of now) {
    const old = then.get(store.id);
    if (!old) continue;
    for (const [at, gain] of meanOverOrders(drivers(old), drivers(store)).entries())
      gains[at] = (gains[at] ?? 0) + gain;
  }
  for (const [at, name] of ['traffic', 'conversion', 'upt', 'aur'].entries())
    expect(Number(door[name]), name).toBeCloseTo(gains[at] ?? 0, 1);

  await page.getByRole('link', { name: 'In the basket' }).click();
  await expect(page).toHaveURL(/bridge=basket/);
  await expect(page.locator('[data-bridge="price"]')).toBeAttached();
  const basket = partsOf(await read());
  expect(basket['newStores']).toBe(door['newStores']);
});

test('Every change names its basis, and the person can change it', async ({ page }) => {
  await signIn(page, EXECUTIVE, PATH);
  const basis = page.locator('[data-basis]');
  await expect(basis).toContainText('the same weekdays 52 weeks earlier: 27 Oct – 23 Nov 2025');
  const choose = async (name: string) => {
    if (!(await page.getByRole('link', { name }).isVisible())) await page.getByText('Days and basis').click();
    await page.getByRole('link', { name }).click();
  };
  await choose('Holidays aligned');
  await expect(page).toHaveURL(/basis=last-year-holidays/);
  await expect(basis).toContainText('no holiday moves between these days');
  await choose('Comparable stores');
  await expect(page).toHaveURL(/comp=yes/);
  await expect(basis).toContainText('open for 13 full fiscal periods');
  const { now, comp } = await rawSides();
  const compNet = sum(
    now.filter(({ id }) => comp.has(id)),
    (it) => it.net,
  ).toFixed(0);
  await expect.poll(() => figureOnScreen(page, 'netSales')).toBe(compNet);
});

test('Home is the overview for an executive, and the sales of one store for its manager', async ({
  page,
}) => {
  await signIn(page, EXECUTIVE, '/', /\/executive/);
  await page.context().clearCookies();
  await signIn(page, MANAGER, '/', /\/sales/);
  await page.goto('/executive');
  await expect(page.getByText('This is not open to your role.')).toBeVisible();
});
