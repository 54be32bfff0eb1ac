import { Panel } from '#components/panel/panel.tsx';
import { EvidenceGrade } from '#components/price/evidence-grade.tsx';
import { formatCount, formatDay, formatMoney, formatRate, formatRatio } from '#lib/figures.ts';
import { type MinorUnits, minorUnits } from '#lib/money.ts';
import { EVIDENCE_GRADES, guardrailsOf, type PriceRecommendation } from '#lib/price-recommendation.ts';

/** What is known of the product and which limits its price keeps. */
export function KnownPanel({ it, currency }: { it: PriceRecommendation; currency: string }) {
  const money = (amount: MinorUnits | null) => formatMoney(amount, currency);
  const paid =
    it.unitsSold > 0
      ? minorUnits((it.netSales * 2n + BigInt(it.unitsSold)) / (2n * BigInt(it.unitsSold)))
      : null;
  const margin = Number(it.priceNow) > 0 ? 1 - Number(it.unitCost) / Number(it.priceNow) : null;
  const facts: readonly (readonly [name: string, title: string, value: string])[] = [
    ['priceNow', 'Price now', money(it.priceNow)],
    ['unitCost', 'Cost', `${money(it.unitCost)}, margin ${formatRate(margin)}`],
    [
      'competitorPrice',
      'Rivals’ median',
      it.competitors > 0
        ? `${money(it.competitorPrice)} of ${it.competitors} in 7 days`
        : 'none seen in 7 days',
    ],
    ['unitsSold', 'Units sold, last 28 days', formatCount(it.unitsSold)],
    ['netSales', 'Paid for them', money(it.netSales)],
    ['pricePaid', 'Price paid on average', money(paid)],
    ['expectedUnits', `Units expected in ${it.horizonDays} days`, formatCount(Math.round(it.expectedUnits))],
    ['optimum', 'Best without guardrails', it.optimum === null ? 'none to be named' : money(it.optimum)],
  ];
  return (
    <Panel title="What is known" subtitle={`As of ${formatDay(it.asOfDate)}, ex tax`}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
        {facts.map(([name, title, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-muted">{title}</dt>
            <dd className="text-right" data-figure={name}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-4 border-t border-line pt-3 text-sm font-semibold">Elasticity</h3>
      <p className="mt-1 flex items-center gap-2 text-sm" data-figure="elasticity">
        <EvidenceGrade grade={it.grade} />
        {it.elasticity === null
          ? EVIDENCE_GRADES.none
          : `${formatRatio(it.elasticity)}, between ${formatRatio(it.elasticityLower)} and ${formatRatio(it.elasticityUpper)}`}
      </p>
      <p className="mt-1 text-sm text-ink-muted">
        {it.elasticity === null
          ? ''
          : `A price one percent higher sells ${formatRatio(Math.abs(it.elasticity))} % less. `}
        From {formatCount(it.unitsObserved)} units in {it.weeks} weeks at {it.pricePoints} prices.
        {it.gradeReason === '' ? '' : ` No better grade, as ${it.gradeReason}.`}
      </p>
      <h3 className="mt-4 border-t border-line pt-3 text-sm font-semibold">Guardrails</h3>
      <ul className="mt-1 space-y-1.5 text-sm">
        {guardrailsOf(it).map(({ words, from, to }) => (
          <li key={words} className="flex justify-between gap-4">
            <span className="text-ink-muted">{words}</span>
            <span className="whitespace-nowrap">{rangeInWords(from, to, currency)}</span>
          </li>
        ))}
        <li className="flex justify-between gap-4 font-medium">
          <span>Allowed</span>
          <span className="whitespace-nowrap" data-figure="allowed">
            {it.lowestAllowed === null
              ? 'no price'
              : `${money(it.lowestAllowed)} – ${money(it.highestAllowed)}`}
          </span>
        </li>
      </ul>
      <p className="mt-2 text-sm text-ink-muted">
        A cut may be announced as a saving against {money(it.lowestPrice30Days)} only, the lowest price of the
        last 30 days.
      </p>
    </Panel>
  );
}

function rangeInWords(from: number | null, to: number | null, currency: string): string {
  const money = (cents: number) => formatMoney(minorUnits(BigInt(Math.round(cents))), currency);
  if (from !== null && to !== null) return `${money(from)} – ${money(to)}`;
  return from === null ? `to ${money(to ?? 0)}` : `from ${money(from)}`;
}
