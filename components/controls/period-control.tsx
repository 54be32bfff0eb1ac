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
  /** Comparable stores only, which a choice of days keeps too. */
  readonly comp?: boolean;
}

const PRESETS = Object.keys(PERIOD_PRESETS) as PeriodPreset[];
const ROLLING = PRESETS.filter((preset) => 'days' in PERIOD_PRESETS[preset]);
const TO_DATE = PRESETS.filter((preset) => 'toDate' in PERIOD_PRESETS[preset]);

/** Which days, and against which others; both live in the address. */
export function PeriodControl({ path, chosen, basis, held, stores, comp = false }: PeriodControlProps) {
  const choices = (presets: readonly PeriodPreset[]) =>
    presets.map((preset) => ({
      title: PERIOD_PRESETS[preset].title,
      href: periodAddress(path, { preset, basis, stores, comp }),
      isChosen: preset === chosen.preset,
    }));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Choices label="Period" choices={choices(ROLLING)} />
      <Choices label="Fiscal period so far" choices={choices(TO_DATE)} />
      <DayRangeForm path={path} period={chosen.period} {...{ held, basis, stores, comp }} />
      <Choices
        label="Compared with"
        choices={(Object.keys(BASES) as BasisName[]).map((name) => ({
          title: BASES[name].title,
          href: periodAddress(path, { ...chosen, basis: name, stores, comp }),
          isChosen: name === basis,
        }))}
      />
    </div>
  );
}
