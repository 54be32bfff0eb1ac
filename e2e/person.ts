import { expect, type Page } from 'playwright/test';

/** Signs in the way a person does, through the provider's own page. */
export async function signIn(
  page: Page,
  account: string,
  path = '/sales',
  arrival: string | RegExp = path,
): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: /sign in with microsoft/i }).click();
  await page.getByRole('button', { name: new RegExp(account.replaceAll('.', '\\.'), 'i') }).click();
  await expect(page).toHaveURL(arrival, { timeout: 30_000 });
}

export const EXECUTIVE = 'erin@contoso.test';
/** Manages S-003. */
export const MANAGER = 'max@contoso.test';
export const MANAGER_STORE = 'S-003';
/** Manages S-007 and S-012; the suite blocks this account and lifts it again. */
export const OTHER_MANAGER = 'mia@contoso.test';
export const ONLINE_MANAGER = 'olga@contoso.test';
export const NOBODY = 'nobody@contoso.test';
/** Manages the stores of the region North. */
export const REGIONAL_MANAGER = 'rita@contoso.test';
export const CUSTOMER_CARER = 'cara@contoso.test';
export const PRICING_ANALYST = 'petra@contoso.test';
export const ADMINISTRATOR = 'adam@contoso.test';
