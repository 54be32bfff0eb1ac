import { expect, test } from 'playwright/test';
import { PRICING_ANALYST, signIn } from '../person.ts';
import { ageingStock, filedMarkdowns, listedPrice } from '../price-figures.ts';
import { plainNumber } from '../screen.ts';

/** The last day held. */
const TODAY = '2026-11-22';

test('Stock that ages is marked down by the steps that were found, and a price once lowered never rises again', async ({
  page,
}) => {
  const [ageing, filed] = await Promise.all([ageingStock(), filedMarkdowns()]);
  expect(ageing.length).toBeGreaterThan(5);
  await signIn(page, PRICING_ANALYST, '/pricing?view=markdowns');
  const rows = page.getByRole('table', { name: /^Markdown schedules/ }).locator('tbody tr');
  await expect(rows).toHaveCount(ageing.length);
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => ({
      id: row.getAttribute('data-row') ?? '',
      cells: [...row.querySelectorAll('td')].map((cell) => cell.innerText),
    })),
  );
  const plans = shown.map(({ id, cells }) => {
    const [stock = '', lasts = '', now = '', ...rest] = cells.map(plainNumber);
    const [left = '', gain = ''] = rest.splice(-2);
    return { id, stock, lasts, now, steps: rest, left, gain };
  });
  expect(plans).toEqual(
    filed.map(({ id, stock, lasts, priceNow, prices, left, gain }) => ({
      ...{ id, stock, lasts, now: priceNow, steps: prices?.split(' '), left, gain },
    })),
  );
  expect(
    plans.map(({ id, stock }) => ({ id, stock: Number(stock) })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  ).toEqual(ageing);
  for (const { id, now, steps } of plans) {
    expect([id, Number(now)]).toEqual([id, Number(await listedPrice(id, TODAY))]);
    expect(steps).toHaveLength(8);
    for (const [at, price] of steps.entries())
      expect(Number(price), `${id} in week ${at + 1}`).toBeLessThanOrEqual(Number(steps[at - 1] ?? now));
  }
  expect(plans.some(({ now, steps }) => Number(steps.at(-1)) < Number(now))).toBe(true);
});
