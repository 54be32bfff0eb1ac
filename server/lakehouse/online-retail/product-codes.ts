/** Codes of Online Retail under which no goods are traded, with what the shop used them for. In upper case. */
export const NON_PRODUCT_CODES = {
  POST: 'postage',
  DOT: 'postage of the dotcom shop',
  C2: 'carriage',
  C3: 'carriage',
  D: 'discount on an invoice',
  M: 'manual entry',
  S: 'samples sent out',
  B: 'bad debt',
  'BANK CHARGES': 'bank charges',
  AMAZONFEE: 'fees of the Amazon marketplace',
  CRUK: 'commission to a charity',
} as const;

/** Codes that begin so are vouchers or trials of the till, not goods. In upper case. */
export const NON_PRODUCT_PREFIXES = ['GIFT_', 'TEST'] as const;

/** SQL: whether the code in a column, in upper case, names goods. PADS (cushion pads) and DCGS… are goods. */
export function isProductSql(column: string): string {
  const codes = Object.keys(NON_PRODUCT_CODES).map((code) => `'${code}'`);
  const prefixes = NON_PRODUCT_PREFIXES.map((prefix) => `starts_with(${column}, '${prefix}')`);
  return `NOT (${column} IN (${codes.join(', ')}) OR ${prefixes.join(' OR ')})`;
}
