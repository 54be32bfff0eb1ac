/**
 * 13 to 19 digits in a row, or in the groups that are printed on cards. Letters of a hexadecimal number beside them, or
 * more groups, make it an id: one UUID in a few hundred would else pass for a card. (`\\f` and `\\b` are line ends of JSON.)
 */
const CANDIDATE =
  /(?<!(?:^|[^\\])[a-f]|\d)\d{13,19}(?![\da-f])|(?<![\w-])\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}(?![\w-])|(?<![\w-])\d{4}([ -])\d{6}\2\d{4,5}(?![\w-])/gi;
/** How the numbers of card schemes begin. */
const SCHEMES = /^(?:3[0-8]|4|5[0-8]|6|2[2-7])/;
/** `4` is also how JSON may write a digit. */
const ESCAPED_DIGIT = /\\u003(\d)/gi;

export const MASK = '[card number]';

/** The text with every payment card number masked. Nobody may send one here, and none is ever kept. */
export function maskCardNumbers(text: string): string {
  return text.replaceAll(ESCAPED_DIGIT, '$1').replaceAll(CANDIDATE, (found) => {
    const digits = found.replaceAll(/\D/g, '');
    return SCHEMES.test(digits) && passesLuhn(digits) && !isBarcode(digits) ? MASK : found;
  });
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** One EAN-13 or GTIN-14 in ten passes Luhn by chance; its own check digit tells it from a card. */
function isBarcode(digits: string): boolean {
  if (digits.length > 14) return false;
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
