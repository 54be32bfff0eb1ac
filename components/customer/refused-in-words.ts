const SENTENCES: Readonly<Record<string, string>> = {
  LEDGER_UNAVAILABLE: 'This cannot be written into the audit at the moment, so nothing is shown.',
  AUTHORITY_UNKNOWN: 'Retail Pulse cannot check at the moment who may see this, so nothing is shown.',
  TOO_MANY_REQUESTS: 'That was many customers in one hour. Please go on later.',
  NOT_SIGNED_IN: 'Your session has ended. Please sign in again.',
  NO_CONTACT: 'No details are kept of this customer.',
  REASON_MISSING: 'Choose a reason first.',
  NOT_AN_ADDRESS: 'Write the whole e-mail address.',
  SEARCH_NOT_SET_UP: 'Search by e-mail address is not set up here.',
};

/** Why customer care was not shown what it asked for; a proxy in between may have answered in its own words. */
export async function refusedInWords(response: Response): Promise<string> {
  const { code, title }: { code?: string; title?: string } = await response.json().catch(() => ({}));
  return SENTENCES[code ?? ''] ?? title ?? 'The warehouse of figures does not answer. Nothing was shown.';
}
