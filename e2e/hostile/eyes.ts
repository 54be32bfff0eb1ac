import type { Page } from 'playwright/test';
import { HOSTILE_WORDS } from './hostile-words.ts';

type Struck = Window & { painted: Set<string>; struck: () => void; struckBy: number };

export interface Seen {
  /** Hostile words that stand on the page as text, to be read or to be heard. */
  readonly read: readonly string[];
  /** Hostile words a chart has drawn, whole. */
  readonly painted: readonly string[];
  /** Elements that only a name which was taken for markup can have brought. */
  readonly brought: readonly string[];
  /** Numbers that are read from right to left, because a name before them says so. */
  readonly reversed: readonly string[];
  readonly struck: number;
}

/** Watches what is drawn on canvases and whether anything that stands in a name runs. Answers with what the policy reports. */
export async function openEyes(page: Page): Promise<readonly string[]> {
  const reports: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) reports.push(message.text());
  });
  await page.addInitScript(() => {
    const it = window as unknown as Struck;
    it.painted = new Set();
    it.struckBy = 0;
    it.struck = () => {
      it.struckBy += 1;
    };
    const draw = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text: string, ...place) {
      // What keeps a name from being read as a style is not seen.
      it.painted.add(text.replaceAll('\u2060', ''));
      draw.call(this, text, ...place);
    };
  });
  return reports;
}

export function look(page: Page): Promise<Seen> {
  return page.evaluate((words) => {
    const { painted, struckBy } = window as unknown as Struck;
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      if (!text.parentElement?.closest('script, style')) texts.push(text.textContent ?? '');
    for (const element of document.querySelectorAll('[title], [aria-label]'))
      texts.push(element.getAttribute('title') ?? '', element.getAttribute('aria-label') ?? '');
    const among = (those: readonly string[]) =>
      words.filter((word) => those.some((one) => one.includes(word)));
    const brought = document.querySelectorAll(
      'img[src="x"], [onerror], [onload], [onmouseover], [href^="javascript:" i], [src^="javascript:" i]',
    );
    const numbers = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const reversed: string[] = [];
    for (let node = numbers.nextNode(); node; node = numbers.nextNode()) {
      const text = node.textContent ?? '';
      const number = /\d[\d.,]*\d/.exec(text);
      if (!number || text.includes('\u202E') || !node.parentElement?.checkVisibility()) continue;
      const [first, last] = [number.index, number.index + number[0].length - 1].map((at) => {
        const place = document.createRange();
        place.setStart(node, at);
        place.setEnd(node, at + 1);
        return place.getBoundingClientRect();
      });
      if (first && last && first.top === last.top && first.left > last.left) reversed.push(text);
    }
    return {
      read: among(texts),
      painted: among([...painted]),
      brought: [...brought].map(({ outerHTML }) => outerHTML),
      reversed,
      struck: struckBy,
    };
  }, HOSTILE_WORDS);
}

/** Moves the pointer over every chart, so that each says in its tooltip what it shows where. */
export async function pointAtCharts(page: Page): Promise<void> {
  for (const chart of await page.locator('[data-painted="true"]').all()) {
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) continue;
    for (let row = 1; row <= ROWS; row++)
      for (let column = 1; column <= COLUMNS; column++)
        await page.mouse.move(
          box.x + (box.width * column) / (COLUMNS + 1),
          box.y + (box.height * row) / (ROWS + 1),
        );
    // What was pointed at last is drawn with the next picture.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
}
const ROWS = 8;
const COLUMNS = 6;
