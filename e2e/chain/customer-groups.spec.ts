import { expect, type Locator, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { rawCohorts, rawPoints, rawSegments, rawTiers } from '../raw-customer-groups.ts';
import { plainNumber } from '../screen.ts';

const LAST_DAY = '2026-11-22';

/** Rows of a table as they are read: their heading or id, and their cells. */
async function read(table: Locator): Promise<{ name: string; id: string; cells: string[] }[]> {
  await expect(table).toBeVisible();
  return table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector('th')?.innerText.trim() ?? '',
      id: row.getAttribute('data-row') ?? '',
      cells: [...row.querySelectorAll('td')].map((cell) => cell.innerText),
    })),
  );
}

for (const [who, account, store] of [
  ['an executive', EXECUTIVE, undefined],
  ['a store manager', MANAGER, MANAGER_STORE],
] as const)
  test(`Segments, tiers and who comes back are for ${who} what tills and scheme say`, async ({ page }) => {
    await signIn(page, account, '/customers');
    const segments = await read(page.getByRole('table', { name: 'Customers by segment' }));
    expect(
      segments
        .filter(({ id }) => id !== 'lapsed')
        .map(({ id, cells }) => [id, plainNumber(cells[0] ?? ''), plainNumber(cells[3] ?? '')])
        .sort(),
    ).toEqual(
      (await rawSegments(LAST_DAY, store)).map(({ segment, customers, net }) => [segment, customers, net]),
    );

    const tiers = await read(page.getByRole('table', { name: 'Sales by loyalty tier' }));
    expect(tiers.map(({ id, cells }) => [id.toLowerCase(), ...cells.slice(0, 2).map(plainNumber)])).toEqual(
      (await rawTiers(store)).map(({ tier, customers, net }) => [tier, customers, net]),
    );
    const points = (await rawPoints(store)).toLocaleString('en-GB');
    await expect(page.getByText(`${points} points are held and not spent.`)).toBeVisible();

    const cohorts = await read(page.locator('[data-cohorts]'));
    const raw = await rawCohorts(LAST_DAY, store);
    expect(raw.length).toBeGreaterThan(8);
    expect(cohorts.map(({ name, cells }) => [name, ...cells.map(plainNumber)])).toEqual(
      raw.map(({ name, customers, active }) => [
        ...[name, String(customers)],
        ...active.map((count) => ((100 * count) / customers).toFixed(1)),
      ]),
    );
  });
