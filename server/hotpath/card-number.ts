/** 13 to 19 digits, perhaps in groups, that begin as card schemes begin. */
const CANDIDATE = /(?<!\d)(?:3[0-8]|4|5[0-8]|6|2[2-7])(?:[ -]?\d){11,18}(?!\d)/g;
/** `4` is also how JSON may write a digit. */
const ESCAPED_DIGIT = /\\u003(\d)/gi;

export const MASK = '[card number]';

/** The text with every payment card number masked. Nobody may send one here, and none is ever kept. */
export function maskCardNumbers(text: string): string {
  return text.replaceAll(ESCAPED_DIGIT, '$1').replaceAll(CANDIDATE, (found) => {
    const digits = found.replaceAll(/\D/g, '');
    return digits.length >= 13 && passesLuhn(digits) && !isBarcode(digits) ? MASK : found;
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
