import { PAGES, type PageName } from './roles.ts';

/**
 * Pages whose panels may stand in a frame on the intranet, at `/embed/<name>`; `app/embed` says which panels. Where
 * something is decided or somebody is named, there is no frame: what is pressed there must be seen whole.
 */
export const FRAMED_PAGES = [
  'executive',
  'sales',
  'stores',
  'today',
  'inventory',
  'forecast',
  'suppliers',
  'customers',
  'baskets',
] as const satisfies readonly PageName[];
export type FramedPage = (typeof FRAMED_PAGES)[number];

export function isFramedPage(text: string): text is FramedPage {
  return (FRAMED_PAGES as readonly string[]).includes(text);
}

export function framePath(page: FramedPage): string {
  return `/embed/${page}`;
}

/**
 * Where a link leads that somebody follows within a frame: to the same page's frame, where it has one. Null for a page
 * that nobody may frame: it opens in a tab of its own. @param path of an address, without its choices
 */
export function frameOf(path: string): string | null {
  if (path.startsWith('/embed/')) return path;
  const page = FRAMED_PAGES.find((one) => PAGES[one].path === path);
  return page ? framePath(page) : null;
}
