import {
  type CurveMeasure,
  curvePoints,
  demandCurveOption,
  demandCurveSummary,
} from '#components/charts/demand-curve-option.ts';
import { EChart } from '#components/charts/echart.tsx';
import { type DemandCurve, effectOf } from '#lib/demand-curve.ts';
import { signedMoney, signedUnits } from './expected-change.tsx';

interface WhatIfProps {
  readonly curve: DemandCurve;
  /** Cents. */
  readonly chosen: number;
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly currency: string;
}

const CURVES = [
  ['units', 'Units'],
  ['margin', 'Margin'],
] as const satisfies readonly (readonly [CurveMeasure, string])[];

/** What a price is expected to change, as figures and on the curves of demand and margin. */
export function WhatIf({ curve, chosen, from, to, days, currency }: WhatIfProps) {
  const { units, netSales, margin } = effectOf(curve, chosen);
  const money = (cents: number) => signedMoney(cents, currency);
  const figures = [
    ['Units', 'units', units, signedUnits],
    ['Net sales', 'netSales', netSales, money],
    ['Margin', 'margin', margin, money],
  ] as const;
  return (
    <>
      <dl className="mt-3 grid grid-cols-3 gap-3 border-t border-line pt-3" aria-live="polite">
        {figures.map(([title, name, { mean, lower, upper }, write]) => (
          <div key={name}>
            <dt className="text-sm text-ink-muted">{title}</dt>
            <dd data-figure={name}>
              <span className="block truncate text-lg font-semibold tracking-tight">{write(mean)}</span>
              <span className="block text-xs text-ink-muted">
                {write(lower)} … {write(upper)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        {CURVES.map(([measure, title]) => {
          const points = curvePoints(curve, measure, from, to);
          return (
            <div key={measure}>
              <p className="text-sm text-ink-muted">
                {title} over {days} days, by price
              </p>
              <EChart
                className="h-44"
                summary={demandCurveSummary(measure, points, currency, days)}
                option={(palette) =>
                  demandCurveOption(curve, measure, points, { now: curve.price, chosen }, currency, palette)
                }
              />
            </div>
          );
        })}
      </div>
      <p className="mt-2 text-xs text-ink-muted">
        Ring: the price now. Dot: the price tried. Dashed: the 90% interval of the elasticity.
      </p>
    </>
  );
}
