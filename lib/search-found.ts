import { addressWith } from './address.ts';
import { mayOpen, PAGES, type PageName, type Role } from './roles.ts';

export type FoundKind = 'page' | 'store' | 'product' | 'customer';

/** Something a search found, and where it leads. */
export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

export const FOUND_TITLES: Readonly<Record<FoundKind, string>> = {
  page: 'Pages',
  store: 'Stores',
  product: 'Products',
  customer: 'Customers',
};

/** The pages of a role whose title holds what was typed; all of them where nothing was. */
export function findPages(role: Role, text: string): Found[] {
  const wanted = text.trim().toLowerCase();
  return (Object.keys(PAGES) as PageName[])
    .filter((page) => mayOpen(role, page) && PAGES[page].title.toLowerCase().includes(wanted))
    .map((page) => ({ kind: 'page', id: page, name: PAGES[page].title, href: PAGES[page].path }));
}

/** Which pages show more of a kind, the first that is open to a role counts. Others are not looked for by that role. */
const PLACES: Readonly<Record<Exclude<FoundKind, 'page'>, readonly string[]>> = {
  store: ['stores', 'sales'],
  product: ['sales'],
  customer: ['customers'],
};

/** Where somebody with this role gets to see one of a kind; null where no page of theirs shows it. */
export function placeOf(
  role: Role,
  kind: Exclude<FoundKind, 'page'>,
  id: string,
  name: string,
): string | null {
  const page = PLACES[kind].find((one) => Object.hasOwn(PAGES, one) && mayOpen(role, one as PageName));
  if (page === undefined) return null;
  const { path } = PAGES[page as PageName];
  if (kind === 'product') return addressWith(path, {}, { 'products.find': name });
  return page === 'sales' ? addressWith(path, {}, { store: id }) : `${path}/${encodeURIComponent(id)}`;
}
