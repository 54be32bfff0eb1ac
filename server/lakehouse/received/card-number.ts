/**
 * Whether text holds what passes as the number of a payment card: 13 to 19 digits with a valid Luhn digit, in a range
 * and a length that a card scheme issues, written together or in groups as cards are (blanks, dashes, points, slashes
 * or low lines, the first group of four digits or more, no group but the last under three). A cell that is nothing but
 * 15, 16 or 19 digits passes whoever issues it. The decimals of a number are no card number.
 *
 * That is narrower than any 13 to 19 digits with a valid Luhn digit, for one number in ten of any kind has one: of 13
 * and 14 digits those are barcodes and times to the second, of 17 times to the millisecond, and among other words or
 * digits telephone, order and serial numbers. Refusing all of them would refuse most exports.
 */
export function findCardNumber(received: string): CardNumber | undefined {
  const text = received.replaceAll(FULL_WIDTH, (digit) => digit.normalize('NFKC'));
  for (const run of text.matchAll(DIGIT_RUN)) {
    if (DECIMAL_NUMBER.test(text)) continue;
    const groups = run[0].split(SEPARATOR);
    for (let first = 0; first < groups.length; first++)
      for (let last = first; last < groups.length; last++) {
        const written = groups.slice(first, last + 1);
        const digits = written.join('');
        if (digits.length > 19) break;
        const mayBeIssued = isIssued(digits) || (text.trim() === digits && ANY_ISSUER.test(digits));
        if (isWrittenAsCards(written) && mayBeIssued && luhn(digits)) return { digits };
      }
  }
  return undefined;
}

/** The digits are for judging only: nothing may print or keep them. */
export interface CardNumber {
  readonly digits: string;
}

/** Whether the text is all a barcode could be: 13 or 14 digits and nothing else. */
export function looksLikeBarcode(text: string): boolean {
  return /^\s*\d{13,14}\s*$/.test(text);
}

/** The check digit of an EAN-13 or GTIN-14: weights 3 and 1 from the right. */
export function isBarcode(text: string): boolean {
  const digits = [...text.trim()].reverse().map(Number);
  return (
    looksLikeBarcode(text) &&
    digits.reduce((sum, digit, n) => sum + digit * (n % 2 === 1 ? 3 : 1), 0) % 10 === 0
  );
}

const DIGIT = '[0-9\uff10-\uff19]';
const BETWEEN = '[ \\u00a0]{2}|[ \\u00a0._/\\u2010-\\u2013-]';
export const MAYBE_CARD = new RegExp(`${DIGIT}(?:(?:${BETWEEN})?${DIGIT}){12}`);
const DIGIT_RUN = new RegExp(`\\d(?:(?:${BETWEEN})?\\d){12,}`, 'g');
const SEPARATOR = new RegExp(BETWEEN);
const FULL_WIDTH = /[\uff10-\uff19]/g;
/** Nobody issues 0; with 1 begin counts of micro- and nanoseconds, with 20 numbers that begin with their day. */
const ANY_ISSUER = /^(?:[1-9]\d{14}|(?!20)[2-9]\d{15}|(?!20)[2-9]\d{18})$/;
const DECIMAL_NUMBER = /^\s*-?\d{0,12}[.,]\d+(?:[eE][+-]?\d+)?\s*$/;

function isWrittenAsCards(groups: readonly string[]): boolean {
  return groups.every(({ length }, n) => n === groups.length - 1 || length >= (n === 0 ? 4 : 3));
}

/** First digits and lengths that are issued. */
const ISSUED = [
  { scheme: 'Visa', ranges: [[4, 4]], lengths: [13, 16, 19] },
  {
    scheme: 'Mastercard',
    ranges: [
      [51, 55],
      [2221, 2720],
    ],
    lengths: [16],
  },
  {
    scheme: 'American Express',
    ranges: [
      [34, 34],
      [37, 37],
    ],
    lengths: [15],
  },
  {
    scheme: 'Discover',
    ranges: [
      [6011, 6011],
      [644, 649],
      [65, 65],
    ],
    lengths: [16, 17, 18, 19],
  },
  {
    scheme: 'Diners',
    ranges: [
      [300, 305],
      [3095, 3095],
      [36, 36],
      [38, 39],
    ],
    lengths: [14, 16, 17, 18, 19],
  },
  { scheme: 'JCB', ranges: [[3528, 3589]], lengths: [16, 17, 18, 19] },
  {
    scheme: 'UnionPay',
    ranges: [
      [62, 62],
      [81, 81],
    ],
    lengths: [16, 17, 18, 19],
  },
  {
    scheme: 'Maestro',
    ranges: [
      [50, 50],
      [56, 58],
      [60, 61],
      [63, 63],
      [66, 69],
    ],
    lengths: [13, 14, 15, 16, 17, 18, 19],
  },
  { scheme: 'Mir', ranges: [[2200, 2204]], lengths: [16, 17, 18, 19] },
] as const;

function isIssued(digits: string): boolean {
  return ISSUED.some(
    ({ ranges, lengths }) =>
      lengths.some((length) => length === digits.length) &&
      ranges.some(([from, to]) => {
        const start = Number(digits.slice(0, String(from).length));
        return start >= from && start <= to;
      }),
  );
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let n = 0; n < digits.length; n++) {
    const digit = Number(digits[digits.length - 1 - n]);
    const weighed = n % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
