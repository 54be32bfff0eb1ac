/** App roles as the identity provider writes them in the token's `roles` claim. */
export const ROLES = ['executive', 'store-manager'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_TITLES: Readonly<Record<Role, string>> = {
  executive: 'Executive',
  'store-manager': 'Store manager',
};

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Which role may open which page. Navigation, guards and tests all read this one table. */
export const PAGES = {
  sales: { path: '/sales', title: 'Sales', roles: ['executive', 'store-manager'] },
  // Its totals are of the whole chain, so it is not for those who see a part of it.
  lake: { path: '/lake', title: 'Import report', roles: ['executive'] },
} as const satisfies Record<string, { path: string; title: string; roles: readonly Role[] }>;

export type PageName = keyof typeof PAGES;

export function mayOpen(role: Role, page: PageName): boolean {
  return (PAGES[page].roles as readonly Role[]).includes(role);
}
