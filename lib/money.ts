/**
 * Money is a whole number of minor units (pence, cents) as a bigint: sums of it are exact at any size.
 * The currency is the lake's one declared currency and travels beside the amount.
 */
export type MinorUnits = bigint & { readonly __minorUnits: never };

export function minorUnits(amount: bigint): MinorUnits {
  return amount as MinorUnits;
}

/** Minor units as a plain decimal text, `-12.34`; two decimals, as every currency the lake accepts has. */
export function toDecimalText(amount: MinorUnits): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads `1234`, `1234.5` or `-1234.56`.
 * @throws RangeError where the text is not a decimal amount of at most two decimals.
 */
export function parseDecimalText(text: string): MinorUnits {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is not an amount of money with at most two decimals`);
  const minor = BigInt(`${match[2]}${(match[3] ?? '').padEnd(2, '0')}`);
  return (match[1] ? -minor : minor) as MinorUnits;
}

/** Major units as a float: for the length of a bar or the height of a point, never for a figure that is read. */
export function toChartValue(amount: MinorUnits): number {
  return Number(amount) / 100;
}
