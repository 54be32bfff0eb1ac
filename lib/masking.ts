/**
 * What is left of personal details where nobody needs the whole: enough to tell that it is the right customer on the
 * telephone, not enough to reach or name anybody. The gold model of customer_masks says the same in SQL.
 */
export function maskName(name: string): string {
  return `${first(name)}***`;
}

/** The domain is masked too: of people with one of their own it is the name. */
export function maskEmail(email: string): string {
  return `${first(email)}***@***`;
}

export function maskPhone(phone: string): string {
  return `*** ${phone.slice(-2)}`;
}

function first(text: string): string {
  return [...text][0] ?? '';
}
