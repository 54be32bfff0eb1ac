import { isLocale, LOCALE_COOKIE, type Locale, tellLocaleBy } from '#lib/locale.ts';

// In a browser the page itself says how it was written; what is drawn later is written the same way.
if (typeof document !== 'undefined')
  tellLocaleBy(() => {
    const { locale } = document.documentElement.dataset;
    return isLocale(locale) ? locale : 'en-GB';
  });

/** Asks the server for this page, and those after it, in another locale. In a frame the cookie stays within its site. */
export function askForLocale(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is asynchronous, and not in every browser yet
  document.cookie = `${LOCALE_COOKIE}=${locale}; Path=/; SameSite=None; Secure; Partitioned`;
  window.location.reload();
}
