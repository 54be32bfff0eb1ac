import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js';
import { localeIn, tellLocaleBy } from '#lib/locale.ts';

/**
 * Formats ask for the locale of whoever is being answered, in server components and in the first drawing of client
 * components alike. Both run within the framework's own record of the request, which is the only thing they share.
 */
export function tellReaderLocale(): void {
  tellLocaleBy(() => {
    const unit = workUnitAsyncStorage.getStore();
    return localeIn(unit && 'headers' in unit ? unit.headers?.get('cookie') : null);
  });
}
