import { expect, test } from 'playwright/test';
import { MANAGER, MANAGER_STORE, signIn } from '../person.ts';

test('A store manager sees no other store, whatever is written in the address', async ({ page }) => {
  await signIn(page, MANAGER);
  const figure = () => page.locator('[data-metric="netSales"] [data-figure]').innerText();
  await page.goto('/sales?period=last-28-days');
  const own = await figure();
  for (const query of [
    'storeId=S-001',
    'scope=all',
    'storeIds=S-001,S-003',
    'everyStore=1',
    'role=executive',
  ]) {
    await page.goto(`/sales?period=last-28-days&${query}`);
    expect(await figure(), query).toBe(own);
    const document = await page.content(); // with everything the server sent along for later navigation
    for (const other of ['Leeds Briggate', 'Bristol Cabot', 'S-002']) expect(document).not.toContain(other);
  }
});

test('A store that is not one’s own is not found, and picking one’s own changes nothing', async ({
  page,
}) => {
  await signIn(page, MANAGER);
  const figure = () => page.locator('[data-metric="netSales"] [data-figure]').innerText();
  await page.goto('/sales?period=last-28-days');
  const own = await figure();
  await page.goto(`/sales?period=last-28-days&store=${MANAGER_STORE}`);
  expect(await figure()).toBe(own);
  for (const stores of [
    'store=S-001',
    `store=${MANAGER_STORE}&store=S-001`,
    'store=',
    'store=*',
    "store=S-003'%20OR%201=1",
  ]) {
    const response = await page.goto(`/sales?period=last-28-days&${stores}`);
    expect(response?.status(), stores).toBe(404);
    expect(await page.content()).not.toContain('Net sales');
  }
});

test('A store manager cannot widen the live stream by a parameter', async ({ page }) => {
  await signIn(page, MANAGER);
  // An event stream never ends: what counts is how it begins.
  const begin = (query: string) =>
    page.evaluate(async (address) => {
      const stop = new AbortController();
      const response = await fetch(address, { signal: stop.signal });
      const reader = response.body?.getReader();
      const text = response.ok && reader ? await firstFigures(reader) : '';
      stop.abort();
      return { status: response.status, text };

      async function firstFigures(stream: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
        for (let read = '', decoder = new TextDecoder(); ; ) {
          const { value, done } = await stream.read();
          read += decoder.decode(value, { stream: true });
          if (done || read.includes('event: reset')) return read;
        }
      }
    }, `/api/live${query}`);

  expect((await begin('?store=S-001')).status).toBe(403);
  const own = await begin(`?store=${MANAGER_STORE}`);
  expect(own.status).toBe(200);
  const plain = await begin('');
  const reporting = /"reportingStores":(\d+)/.exec(plain.text)?.[1];
  expect(Number(reporting)).toBeLessThanOrEqual(1);
});
