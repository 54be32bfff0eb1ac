/** Ways of writing numbers and days that a page may be asked for. The words stay English. */
export const LOCALES = [
  'en-GB',
  'en-US',
  'en-IE',
  'de-DE',
  'es-ES',
  'fr-FR',
  'it-IT',
  'nl-NL',
  'sv-SE',
] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'en-GB';

/** Set by a frame that was told a locale; it says nothing of anybody. */
export const LOCALE_COOKIE = 'rp_locale';

export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The locale a Cookie header asks for; the default where it asks for none we know. */
export function localeIn(cookies: string | null | undefined): Locale {
  const [, asked] = new RegExp(`(?:^|; )${LOCALE_COOKIE}=([\\w-]+)`).exec(cookies ?? '') ?? [];
  return isLocale(asked) ? asked : DEFAULT_LOCALE;
}

const TELLER = Symbol.for('retail-pulse.locale');
const holder = globalThis as { [TELLER]?: () => Locale };

/** Says once per process, or per browser tab, who knows what the reader of this very moment asked for. */
export function tellLocaleBy(teller: () => Locale): void {
  holder[TELLER] = teller;
}

/** The locale in which this very page is written. The server writes many at once, so nobody may keep the answer. */
export function localeNow(): Locale {
  return holder[TELLER]?.() ?? DEFAULT_LOCALE;
}
