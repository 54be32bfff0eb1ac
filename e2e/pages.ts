import { expect, type Page } from 'playwright/test';
import { ADMINISTRATOR, CUSTOMER_CARER, EXECUTIVE, MANAGER, PRICING_ANALYST } from './person.ts';

/** A page as somebody sees it; pictures, accessibility, width and policy are checked for each of these. */
export interface SeenPage {
  /** Names the pictures. */
  readonly name: string;
  readonly path: string;
  /** Visible once the page is complete. */
  readonly complete: string;
  readonly account: string;
}

export const SEEN_PAGES: readonly SeenPage[] = [
  { name: 'stores', path: '/stores', complete: '[data-benchmarks]', account: EXECUTIVE },
  { name: 'store', path: '/stores/S-003?basis=last-year', complete: '[data-shelf-gaps]', account: MANAGER },
  { name: 'sales', path: '/sales', complete: '[data-painted="true"]', account: EXECUTIVE },
  { name: 'sales-one-store', path: '/sales', complete: '[data-painted="true"]', account: MANAGER },
  { name: 'today', path: '/today', complete: '[data-painted="true"]', account: EXECUTIVE },
  { name: 'alerts', path: '/alerts', complete: '[data-alert-count]', account: EXECUTIVE },
  { name: 'customers', path: '/customers', complete: '[data-cohorts]', account: EXECUTIVE },
  { name: 'customer', path: '/customers/1', complete: '[data-timeline]', account: CUSTOMER_CARER },
  { name: 'baskets', path: '/baskets', complete: '[data-painted="true"]', account: EXECUTIVE },
  { name: 'reference', path: '/reference', complete: 'h1', account: EXECUTIVE },
  { name: 'import-report', path: '/lake', complete: '[data-outcome="total"]', account: EXECUTIVE },
  {
    name: 'inventory',
    path: '/inventory',
    complete: '[data-painted="true"]',
    account: EXECUTIVE,
  },
  { name: 'inventory-one-store', path: '/inventory', complete: '[data-class="AX"]', account: MANAGER },
  { name: 'forecast', path: '/forecast', complete: '[data-painted="true"]', account: EXECUTIVE },
  { name: 'suppliers', path: '/suppliers', complete: '[data-row="V-01"]', account: EXECUTIVE },
  { name: 'supplier', path: '/suppliers/V-05', complete: '[data-painted="true"]', account: EXECUTIVE },
  { name: 'prices', path: '/pricing', complete: '[data-recommendation]', account: PRICING_ANALYST },
  {
    name: 'price',
    path: '/pricing/P-0101',
    complete: '[data-changed-on]',
    account: PRICING_ANALYST,
  },
  { name: 'markdowns', path: '/pricing?view=markdowns', complete: '[data-row]', account: PRICING_ANALYST },
  { name: 'price-outcomes', path: '/pricing?view=outcomes', complete: '[data-row]', account: EXECUTIVE },
  { name: 'administration', path: '/admin', complete: 'table', account: ADMINISTRATOR },
  {
    name: 'overview',
    path: '/executive?basis=last-year',
    complete: '[data-painted="true"]',
    account: EXECUTIVE,
  },
];

/** Counter screen, tablet on its side, tablet upright, phone. */
export const WIDTHS: readonly number[] = [1440, 1024, 768, 390];

/** Reads through the page, screen by screen, until it is complete: a chart is drawn when it is about to be seen. */
export async function waitUntilComplete(page: Page, complete: string): Promise<void> {
  let screen = 0;
  await expect(async () => {
    await page.evaluate((nth) => {
      const screens = Math.max(1, Math.ceil(document.body.scrollHeight / innerHeight));
      scrollTo({ top: (nth % screens) * innerHeight });
    }, screen++);
    await expect(page.locator(complete).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000, intervals: [100] });
  await page.evaluate(() => scrollTo({ top: 0 }));
}
