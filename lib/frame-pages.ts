import type { PageName } from './roles.ts';

/** Pages whose panels may stand in a frame on the intranet, at `/embed/<name>`; `app/embed` says which panels. */
export const FRAMED_PAGES = ['sales', 'today'] as const satisfies readonly PageName[];
export type FramedPage = (typeof FRAMED_PAGES)[number];

export function isFramedPage(text: string): text is FramedPage {
  return (FRAMED_PAGES as readonly string[]).includes(text);
}

export function framePath(page: FramedPage): string {
  return `/embed/${page}`;
}
