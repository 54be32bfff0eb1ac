import { PAGES } from './roles.ts';

/** What the page of prices can show, one at a time; the choice lives in the address. */
export const PRICE_VIEWS = {
  recommendations: 'Recommendations',
  markdowns: 'Markdowns',
  decisions: 'Decisions',
  outcomes: 'Outcomes',
} as const;
export type PriceViewName = keyof typeof PRICE_VIEWS;

export const PRICE_FILTERS = {
  open: 'To decide',
  waiting: 'Second person',
  decided: 'Decided',
  keep: 'Keep',
} as const;
export type PriceFilter = keyof typeof PRICE_FILTERS;

type Search = Readonly<Record<string, string | string[] | undefined>>;

export function choosePriceView({ view }: Search): PriceViewName {
  return typeof view === 'string' && Object.hasOwn(PRICE_VIEWS, view)
    ? (view as PriceViewName)
    : 'recommendations';
}

export function choosePriceFilter({ standing }: Search): PriceFilter {
  return typeof standing === 'string' && Object.hasOwn(PRICE_FILTERS, standing)
    ? (standing as PriceFilter)
    : 'open';
}

export function priceViewAddress(view: PriceViewName, filter: PriceFilter = 'open'): string {
  const search = new URLSearchParams();
  if (view !== 'recommendations') search.set('view', view);
  if (filter !== 'open') search.set('standing', filter);
  const text = search.toString();
  return text === '' ? PAGES.pricing.path : `${PAGES.pricing.path}?${text}`;
}

export const productPriceAddress = (productId: string): string =>
  `${PAGES.pricing.path}/${encodeURIComponent(productId)}`;
