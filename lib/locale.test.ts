import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { businessDate } from './business-date.ts';
import { formatDay, formatMoney, formatPeriod } from './figures.ts';
import { DEFAULT_LOCALE, localeIn, localeNow, tellLocaleBy } from './locale.ts';
import { minorUnits } from './money.ts';

afterEach(() => tellLocaleBy(() => DEFAULT_LOCALE));

test('a cookie asks for a locale we know, or for none', () => {
  assert.equal(localeIn('a=b; rp_locale=de-DE; c=d'), 'de-DE');
  for (const none of [null, '', 'rp_locale=xx', 'xrp_locale=de-DE', 'rp_locale=', 'rp_locale=de-DE-evil'])
    assert.equal(localeIn(none), 'en-GB', String(none));
});

test('figures and days are written as the reader of this moment asked', () => {
  tellLocaleBy(() => 'de-DE');
  assert.equal(localeNow(), 'de-DE');
  assert.equal(formatMoney(minorUnits(75_809_050n), 'GBP').replaceAll('\u00a0', ' '), '758.090,50 £');
  assert.equal(formatDay(businessDate('2026-11-22')), '22. Nov. 2026');
  tellLocaleBy(() => 'en-GB');
  assert.equal(formatMoney(minorUnits(75_809_050n), 'GBP'), '£758,090.50');
  const period = { from: businessDate('2026-10-26'), to: businessDate('2026-11-22') };
  assert.match(formatPeriod(period), /^26 Oct\s–\s22 Nov 2026$/);
});
