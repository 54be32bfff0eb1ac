import type { SensitivityLabel } from './sensitivity.ts';

/** App roles as the identity provider writes them in the token's `roles` claim. Of several, the first one here counts. */
export const ROLES = [
  'executive',
  'regional-manager',
  'store-manager',
  'pricing-analyst',
  'customer-care',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_TITLES: Readonly<Record<Role, string>> = {
  executive: 'Executive',
  'regional-manager': 'Regional manager',
  'store-manager': 'Store manager',
  'pricing-analyst': 'Pricing analyst',
  'customer-care': 'Customer care',
  administrator: 'Administrator',
};

/** Which rows a role is about: the whole chain, or what the account lists. */
export const ROLE_REACH: Readonly<Record<Role, 'chain' | 'regions' | 'stores'>> = {
  executive: 'chain',
  'regional-manager': 'regions',
  'store-manager': 'stores',
  'pricing-analyst': 'chain',
  'customer-care': 'chain',
  administrator: 'chain',
};

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

type Roles = readonly Role[];

/** What the navigation puts together, in this order. */
export const PAGE_GROUPS = {
  now: 'Now',
  trade: 'Trade',
  decide: 'Decide',
  data: 'Data and access',
} as const;
export type PageGroup = keyof typeof PAGE_GROUPS;

interface Page {
  readonly path: string;
  readonly title: string;
  readonly group: PageGroup;
  readonly roles: Roles;
  /** The most sensitive that stands on it; Internal where nothing is said. */
  readonly label?: SensitivityLabel;
}

/** Which role may open which page. Navigation, search, guards, routes and tests all read these three tables. */
export const PAGES = {
  executive: {
    path: '/executive',
    title: 'Overview',
    group: 'trade',
    roles: ['executive', 'regional-manager'],
  },
  sales: {
    path: '/sales',
    title: 'Sales',
    group: 'trade',
    roles: ['executive', 'regional-manager', 'store-manager', 'pricing-analyst'],
  },
  stores: {
    path: '/stores',
    title: 'Stores',
    group: 'trade',
    roles: ['executive', 'regional-manager', 'store-manager'],
  },
  today: {
    path: '/today',
    title: 'Today',
    group: 'now',
    roles: ['executive', 'regional-manager', 'store-manager', 'pricing-analyst'],
  },
  alerts: {
    path: '/alerts',
    title: 'Alerts',
    group: 'now',
    roles: ['executive', 'regional-manager', 'store-manager', 'pricing-analyst', 'administrator'],
  },
  inventory: {
    path: '/inventory',
    title: 'Inventory',
    group: 'trade',
    roles: ['executive', 'regional-manager', 'store-manager'],
  },
  forecast: {
    path: '/forecast',
    title: 'Forecast',
    group: 'decide',
    roles: ['executive', 'regional-manager', 'store-manager', 'pricing-analyst'],
  },
  suppliers: {
    path: '/suppliers',
    title: 'Suppliers',
    group: 'decide',
    roles: ['executive', 'regional-manager', 'store-manager'],
  },
  pricing: { path: '/pricing', title: 'Prices', group: 'decide', roles: ['executive', 'pricing-analyst'] },
  customers: {
    path: '/customers',
    title: 'Customers',
    group: 'trade',
    roles: ['executive', 'regional-manager', 'store-manager', 'customer-care'],
    // What a reveal shows stands on it for a while.
    label: 'Confidential - PII',
  },
  // Rules are of the whole chain, as the lake is.
  baskets: { path: '/baskets', title: 'Baskets', group: 'decide', roles: ['executive', 'pricing-analyst'] },
  // Its totals are of the whole chain, so it is not for those who see a part of it.
  lake: { path: '/lake', title: 'Import report', group: 'data', roles: ['executive', 'administrator'] },
  reference: {
    path: '/reference',
    title: 'API',
    group: 'data',
    roles: ['executive', 'regional-manager', 'store-manager', 'pricing-analyst'],
  },
  admin: { path: '/admin', title: 'Administration', group: 'data', roles: ['administrator'] },
} as const satisfies Record<string, Page>;

/** Columns that are not for everybody who may open the page they are on. */
export const COLUMNS = {
  /** Cost, margin and what gives them away. */
  margin: ['executive', 'regional-manager', 'pricing-analyst'],
  /** Names and addresses of customers, masked; unmasked only by a reveal. */
  personal: ['customer-care'],
} as const satisfies Record<string, Roles>;

export const ACTIONS = {
  /** Unmask one customer, for a reason and a while. */
  reveal: ['customer-care'],
  export: ['executive', 'regional-manager', 'store-manager', 'pricing-analyst'],
  /** Approve or refuse a price. */
  decide: ['executive', 'pricing-analyst'],
  /** Read the audit, block people. */
  administer: ['administrator'],
} as const satisfies Record<string, Roles>;

/** Who may take away a file that bears a label. Of people nobody may, so that no list of them is ever made. */
export const CLEARANCE: Readonly<Record<SensitivityLabel, Roles>> = {
  General: ACTIONS.export,
  Internal: ACTIONS.export,
  'Confidential - PII': [],
  'Highly Confidential': ['executive'],
};

export type PageName = keyof typeof PAGES;
export type ColumnName = keyof typeof COLUMNS;
export type ActionName = keyof typeof ACTIONS;

export function mayOpen(role: Role, page: PageName): boolean {
  return (PAGES[page].roles as Roles).includes(role);
}

/** The pages a role may open, by group; groups without any are left out. */
export function pagesOf(role: Role): readonly { readonly group: PageGroup; readonly pages: PageName[] }[] {
  const open = (Object.keys(PAGES) as PageName[]).filter((page) => mayOpen(role, page));
  return (Object.keys(PAGE_GROUPS) as PageGroup[])
    .map((group) => ({ group, pages: open.filter((page) => PAGES[page].group === group) }))
    .filter(({ pages }) => pages.length > 0);
}

export function labelOf(page: PageName): SensitivityLabel {
  return (PAGES[page] as Page).label ?? 'Internal';
}

export function maySee(role: Role, columns: ColumnName): boolean {
  return (COLUMNS[columns] as Roles).includes(role);
}

export function mayDo(role: Role, action: ActionName): boolean {
  return (ACTIONS[action] as Roles).includes(role);
}

export function mayExport(role: Role, label: SensitivityLabel): boolean {
  return CLEARANCE[label].includes(role);
}
