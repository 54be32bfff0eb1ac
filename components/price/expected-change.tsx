import { formatCountChange, formatMoney } from '#lib/figures.ts';
import { type MinorUnits, minorUnits } from '#lib/money.ts';

/** Money with its sign, so that a change is read as one. */
export function signedMoney(amount: MinorUnits | number, currency: string): string {
  const exact = minorUnits(typeof amount === 'number' ? BigInt(Math.round(amount)) : amount);
  return `${exact > 0n ? '+' : ''}${formatMoney(exact, currency)}`;
}

export function signedUnits(units: number): string {
  return formatCountChange(Math.round(units));
}

/** A mean and, smaller below it, where the truth lies nine times in ten. */
export function Ranged({
  mean,
  lower,
  upper,
}: {
  readonly mean: string;
  readonly lower: string;
  readonly upper: string;
}) {
  return (
    <>
      <span className="block font-medium">{mean}</span>
      <span className="block text-xs text-ink-muted">
        <span className="sr-only">between </span>
        {lower} <span aria-hidden="true">…</span>
        <span className="sr-only">and</span> {upper}
      </span>
    </>
  );
}
