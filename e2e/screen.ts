import type { Page } from 'playwright/test';

/** A figure as it stands on the screen, without currency sign and thousands separators: `-1234.56`. */
export function plainNumber(text: string): string {
  return text.replace(/[^\d.−-]/g, '').replace('−', '-');
}

/** A figure of the period, by the name of its metric. */
export async function figureOnScreen(page: Page, metric: string): Promise<string> {
  return plainNumber(await page.locator(`[data-metric="${metric}"] [data-figure]`).innerText());
}
