import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** What a theme can change: colours alone differ between the two. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with the page as it is; of its colours only, where the rest has been looked at. */
export async function violations(page: Page, which: 'all' | 'colours' = 'all'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (which === 'all'
    ? axe.withTags(LEVELS)
    : axe.withRules(BY_COLOUR)
  ).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Pixels by which a page has to be scrolled sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Widths of charts that are not as wide as their frame, in pixels: drawn, and given. */
export function chartsOutOfFrame(page: Page): Promise<(readonly [number, number])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-painted="true"]')]
      .map((frame) => [frame.querySelector('canvas')?.clientWidth ?? 0, frame.clientWidth] as const)
      .filter(([drawn, given]) => drawn !== given),
  );
}

/** Fills with what a page does against its own content security policy. */
export function policyReports(page: Page): string[] {
  const reports: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) reports.push(message.text());
  });
  return reports;
}

interface Jump {
  readonly by: number;
  readonly what: string;
}

/** From the next page on, notes what moves without anybody having asked for it. */
export async function noteJumps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const jumps: Jump[] = [];
    Object.assign(window, { jumps });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as unknown as {
          value: number;
          hadRecentInput: boolean;
          sources: readonly { node: Node | null }[];
        };
        const what = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? node?.nodeName).join(' | ');
        if (!hadRecentInput) jumps.push({ by: value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What has moved on this page, as parts of the screen, the greatest first. */
export async function jumpsOf(page: Page): Promise<{ readonly total: number; readonly greatest: string }> {
  const jumps = await page.evaluate(() => (window as unknown as { jumps: Jump[] }).jumps);
  const sorted = jumps.toSorted((one, other) => other.by - one.by);
  return {
    total: jumps.reduce((sum, { by }) => sum + by, 0),
    greatest: sorted
      .slice(0, 3)
      .map(({ by, what }) => `${by.toFixed(3)} ${what}`)
      .join('; '),
  };
}

/** Text with a digit that a person could read on the page, and charts that could be looked at. */
export function readableFigures(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const main = document.querySelector('main') ?? document.body;
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !/\d/.test(text.textContent ?? '') || !parent.checkVisibility()) continue;
      // What names a thing may hold a digit: a heading, a column, a choice, an id beside a name.
      const names = 'nav, h1, h2, h3, th, dt, label, button, legend, summary, caption, select, [data-label]';
      if (parent.closest(`${names}, script, style`)) continue;
      const security = getComputedStyle(parent).getPropertyValue('-webkit-text-security');
      if (security !== 'disc') found.push(`${parent.tagName}: ${text.textContent}`);
    }
    for (const drawing of main.querySelectorAll('canvas, svg[role="img"]'))
      if (drawing.checkVisibility({ visibilityProperty: true })) found.push(drawing.tagName);
    return found;
  });
}

/** Tables in a panel from which nothing can be taken away. One that says why it stays (`data-stays`) is none of them. */
export function tablesWithoutExport(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main table:not([data-stays])')].flatMap((table) => {
      const panel = table.closest('section:has(> header)');
      if (panel?.querySelector('header a[href^="/api/export/"]')) return [];
      return [`${panel?.querySelector('h2')?.textContent}: ${table.querySelector('caption')?.textContent}`];
    }),
  );
}

/** Where the files of a page are had, one address a table. */
export function exportsOf(page: Page): Promise<string[]> {
  return page
    .locator('a[href^="/api/export/"]:not([href*="format="])')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
}
