import { expect, test } from 'playwright/test';
import { MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { rawWeekdays } from '../raw-stores.ts';
import { plainNumber } from '../screen.ts';

const DAYS = ['2026-10-26', '2026-11-22'] as const;

test('People, conversion and hours against plan are those that the store counted, weekday by weekday', async ({
  page,
}) => {
  const weekdays = await rawWeekdays(MANAGER_STORE, ...DAYS);
  expect(weekdays.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await signIn(page, MANAGER, `/stores/${MANAGER_STORE}?from=${DAYS[0]}&to=${DAYS[1]}`);
  const rows = page
    .getByRole('table', { name: 'People, conversion and hours by weekday' })
    .locator('[data-row]');
  await expect(rows).toHaveCount(7);
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => [
      row.getAttribute('data-row'),
      ...[...row.querySelectorAll('td')].map((cell) => cell.innerText),
    ]),
  );
  const figures = shown.map(([weekday, visits, conversion, hours, plan, hourly]) => [
    ...[weekday, visits, conversion, hours].map((text) => plainNumber(text ?? '')),
    ...(plan?.match(/[+−]?[\d.,]+/g) ?? []).map(plainNumber),
    plainNumber(hourly ?? ''),
  ]);
  expect(figures).toEqual(
    weekdays.map(({ weekday, days, visits, tickets, hours, planned, net }) => [
      ...[String(weekday), (visits / days).toFixed(0), ((100 * tickets) / visits).toFixed(1)],
      ...[(hours / days).toFixed(1), (planned / days).toFixed(1), (100 * (hours / planned - 1)).toFixed(1)],
      (net / hours).toFixed(0),
    ]),
  );
});
