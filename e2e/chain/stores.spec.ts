import { expect, type Page, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, REGIONAL_MANAGER, signIn } from '../person.ts';
import { type RawStore, rawEmptyShelves, rawStores } from '../raw-stores.ts';
import { figureOnScreen, plainNumber } from '../screen.ts';

const DAYS = ['2026-10-26', '2026-11-22'] as const;
const QUERY = `from=${DAYS[0]}&to=${DAYS[1]}`;

/** A figure of every store in the big table, by store. */
async function column(page: Page, metric: string): Promise<Record<string, string>> {
  const rows = await page.locator('[data-benchmarks] [data-row]').all();
  const cells = await Promise.all(
    rows.map(async (row) => [
      await row.getAttribute('data-row'),
      plainNumber((await row.locator(`[data-metric="${metric}"]`).innerText()).replace(/[▲▼]/, '')),
    ]),
  );
  return Object.fromEntries(cells) as Record<string, string>;
}
const each = (stores: readonly RawStore[], of: (store: RawStore) => string) =>
  Object.fromEntries(stores.map((store) => [store.id, of(store)]));

for (const { who, account, region } of [
  { who: 'an executive', account: EXECUTIVE, region: undefined },
  { who: 'a regional manager', account: REGIONAL_MANAGER, region: 'North' },
]) {
  test(`The stores of ${who} are held against each other by what the files say`, async ({ page }) => {
    await signIn(page, account, `/stores?${QUERY}`);
    const stores = (await rawStores(...DAYS)).filter((store) => !region || store.region === region);
    await expect(page.locator('[data-benchmarks] [data-row]')).toHaveCount(stores.length);
    expect(await column(page, 'conversionRate')).toEqual(
      each(stores, (it) => ((100 * it.counterTickets) / it.visits).toFixed(1)),
    );
    expect(await column(page, 'atv')).toEqual(each(stores, (it) => (it.net / it.tickets).toFixed(2)));
    expect(await column(page, 'upt')).toEqual(each(stores, (it) => (it.units / it.tickets).toFixed(2)));
    expect(await column(page, 'salesPerLabourHour')).toEqual(
      each(stores, (it) => (it.net / it.hours).toFixed(2)),
    );
    expect(await column(page, 'salesDensity')).toEqual(
      each(stores, (it) => ((it.net * 7) / (it.days * it.squareMetres)).toFixed(2)),
    );
    expect(await column(page, 'shrinkRate')).toEqual(
      each(stores, (it) => ((100 * it.missing) / it.net).toFixed(2)),
    );
  });
}

test('A ranking says how surely it is known, and whom a store is held against', async ({ page }) => {
  await signIn(page, EXECUTIVE, `/stores?${QUERY}&rank=atv`);
  const ranking = page.locator('[data-ranking="atv"]');
  await expect(ranking.locator('[data-row]')).toHaveCount(20);
  // Tickets of stores hardly differ in the made-up chain, and the page does not claim that they do.
  await expect(ranking.getByText('like its peers').first()).toBeVisible();
  await expect(ranking.locator('[data-row="S-003"] [title^="Peers: "]')).toHaveAttribute(
    'title',
    /Guildford High Street/,
  );
  await page.getByRole('link', { name: 'Shrink' }).click();
  await expect(page).toHaveURL(/rank=shrinkRate/);
  await expect(page.locator('[data-ranking="shrinkRate"] [data-row]')).toHaveCount(20);
});

test('A store manager sees their store, without what gives costs away, and no other store', async ({
  page,
}) => {
  await signIn(page, MANAGER, `/stores/${MANAGER_STORE}?${QUERY}`);
  const [store] = (await rawStores(...DAYS)).filter(({ id }) => id === MANAGER_STORE);
  expect(store).toBeDefined();
  if (!store) return;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(store.name);
  expect(await figureOnScreen(page, 'netSales')).toBe(store.net.toFixed(0));
  expect(await figureOnScreen(page, 'conversionRate')).toBe(
    ((100 * store.counterTickets) / store.visits).toFixed(1),
  );
  expect(await figureOnScreen(page, 'salesPerLabourHour')).toBe((store.net / store.hours).toFixed(2));
  await expect(page.locator('[data-live-metric="netSales"]')).toBeVisible();
  for (const metric of ['grossMargin', 'shrinkRate'])
    await expect(page.locator(`[data-metric="${metric}"]`)).toHaveCount(0);

  await page.goto('/stores/S-001');
  await expect(page.getByRole('heading', { name: 'Leeds Briggate' })).toHaveCount(0);
  await expect(page.getByText(/not found|no such page/i).first()).toBeVisible();
  expect(await page.content()).not.toContain('Leeds Briggate');
  await page.goto(`/stores?${QUERY}`);
  await expect(page.locator('[data-benchmarks] [data-row]')).toHaveCount(1);
});

test('The empty shelves of a store are those of its stock list', async ({ page }) => {
  await signIn(page, MANAGER, `/stores/${MANAGER_STORE}`);
  const empty = await rawEmptyShelves(MANAGER_STORE);
  const rows = page.locator('[data-shelf-gaps] [data-row]');
  await expect(rows).toHaveCount(Math.min(20, empty.length));
  const shown = await rows.evaluateAll((found) => found.map((row) => row.getAttribute('data-row')));
  expect(shown.filter((id) => !empty.includes(id ?? ''))).toEqual([]);
});
