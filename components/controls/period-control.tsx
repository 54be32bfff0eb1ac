import { BASES, type BasisName } from '#lib/comparison.ts';
import { type ChosenPeriod, PERIOD_PRESETS, type Period, type PeriodPreset } from '#lib/period.ts';
import { periodAddress } from '#lib/period-address.ts';
import { Choices } from './choices.tsx';
import { DayRangeForm } from './day-range-form.tsx';

interface PeriodControlProps {
  readonly path: string;
  readonly chosen: Pick<ChosenPeriod, 'period' | 'preset'>;
  readonly basis: BasisName;
  readonly held: Period;
  /** Picked stores, which a choice of days keeps. */
  readonly stores: readonly string[];
}

/** Which days, and against which others; both live in the address. */
export function PeriodControl({ path, chosen, basis, held, stores }: PeriodControlProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Choices
        label="Period"
        choices={(Object.keys(PERIOD_PRESETS) as PeriodPreset[]).map((preset) => ({
          title: PERIOD_PRESETS[preset].title,
          href: periodAddress(path, { preset, basis, stores }),
          isChosen: preset === chosen.preset,
        }))}
      />
      <DayRangeForm path={path} period={chosen.period} held={held} basis={basis} stores={stores} />
      <Choices
        label="Compared with"
        choices={(Object.keys(BASES) as BasisName[]).map((name) => ({
          title: BASES[name].title,
          href: periodAddress(path, { ...chosen, basis: name, stores }),
          isChosen: name === basis,
        }))}
      />
    </div>
  );
}
