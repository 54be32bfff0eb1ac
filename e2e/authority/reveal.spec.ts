import { expect, type Page, test } from 'playwright/test';
import {
  ADMINISTRATOR,
  CUSTOMER_CARER,
  EXECUTIVE,
  MANAGER,
  PRICING_ANALYST,
  REGIONAL_MANAGER,
  signIn,
} from '../person.ts';
import { rawMember } from '../raw-customers.ts';

const REASON = 'The customer is on the telephone or at the counter';
const details = (page: Page) => page.locator('[data-reveal]');

/** Asks past the page, with the session of whoever is signed in on it. */
async function ask(page: Page, path: string, body: object): Promise<{ status: number; text: string }> {
  return page.evaluate(
    async ([address, sent]) => {
      const response = await fetch(String(address), { method: 'POST', body: JSON.stringify(sent) });
      return { status: response.status, text: await response.text() };
    },
    [path, body] as const,
  );
}

async function expectNothingOf(page: Page, member: { name: string; email: string; phone: string }) {
  const content = await page.content();
  for (const detail of [member.name, member.email, member.phone]) expect(content).not.toContain(detail);
}

test('Customer care finds a customer by the whole address, sees them for a reason and a while, and the audit says so', async ({
  page,
}) => {
  const member = await rawMember();
  await page.clock.install();
  await signIn(page, CUSTOMER_CARER, '/customers');
  const field = page.getByRole('textbox', { name: 'Whole e-mail address' });
  const find = page.getByRole('button', { name: 'Find customer' });
  await field.fill(member.email.replace(/^.*@/, `${member.email.slice(0, 3)}@`));
  await find.click();
  await expect(page.getByText('No customer gave this address.')).toBeVisible();
  await field.fill(member.email.toUpperCase());
  await find.click();
  await expect(page).toHaveURL(`/customers/${member.key}`);
  await expect(page.getByRole('heading', { name: `Customer ${member.card}` })).toBeVisible();
  await expect(details(page)).toContainText(`${member.name[0]}***`);
  await expect(details(page)).toContainText(`*** ${member.phone.slice(-2)}`);
  await expectNothingOf(page, member);

  // Without a reason nothing is asked, past the page it is refused.
  await page.getByRole('button', { name: 'Reveal' }).click();
  await expect(details(page)).toHaveAttribute('data-reveal', 'masked');
  for (const reason of [undefined, '', 'curious'])
    expect((await ask(page, `/api/customers/${member.key}/reveal`, { reason })).status).toBe(422);
  await page.getByLabel('Reason').selectOption(REASON);
  const answering = page.waitForResponse(`**/api/customers/${member.key}/reveal`);
  await page.getByRole('button', { name: 'Reveal' }).click();
  expect((await answering).headers()['cache-control']).toBe('no-store');
  for (const detail of [member.name, member.email, member.phone])
    await expect(details(page)).toContainText(detail);

  await page.clock.fastForward('01:00');
  await expect(details(page)).toContainText(member.email);
  await page.clock.fastForward('01:02');
  await expect(details(page)).toHaveAttribute('data-reveal', 'masked');
  await expectNothingOf(page, member);

  await page.context().clearCookies();
  await signIn(page, ADMINISTRATOR, '/admin?person=cara');
  const audit = page.getByRole('table', { name: /audit records/i }).locator('tbody tr');
  await expect(audit.filter({ hasText: `customer ${member.key}: ${REASON}` }).first()).toContainText('Done');
  await expect(audit.filter({ hasText: `${member.email[0]}***@***` }).first()).toContainText('Done');
  await expectNothingOf(page, member);
});

for (const [who, account] of [
  ['An executive', EXECUTIVE],
  ['A regional manager', REGIONAL_MANAGER],
  ['A store manager', MANAGER],
  ['A pricing analyst', PRICING_ANALYST],
  ['An administrator', ADMINISTRATOR],
] as const)
  test(`${who} is neither shown who a customer is nor told that an address is known`, async ({ page }) => {
    const member = await rawMember();
    await signIn(page, account, `/customers/${member.key}`, /\/(?:customers|auth\/no-access)\b/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Reveal' })).toHaveCount(0);
    await expectNothingOf(page, member);
    const reveal = await ask(page, `/api/customers/${member.key}/reveal`, { reason: 'call-back' });
    const search = await ask(page, '/api/customers/search', { email: member.email });
    for (const { status, text } of [reveal, search]) {
      expect(status).toBe(403);
      expect(text).not.toContain(member.key);
    }
    await page.goto('/customers');
    await expect(page.getByRole('textbox', { name: 'Whole e-mail address' })).toHaveCount(0);
  });
