import { addressWith } from '#lib/address.ts';
import { BASES, type BasisName, DEFAULT_BASIS } from '#lib/comparison.ts';
import {
  type ChosenPeriod,
  PERIOD_PRESETS,
  type Period,
  type PeriodPreset,
  type SearchParams,
} from '#lib/period.ts';
import { Choices } from './choices.tsx';
import { DayRangeForm } from './day-range-form.tsx';

interface PeriodControlProps {
  readonly path: string;
  /** The address as it is: a choice of days keeps every other choice in it. */
  readonly search: SearchParams;
  readonly chosen: Pick<ChosenPeriod, 'period' | 'preset'>;
  readonly basis: BasisName;
  readonly held: Period;
}

const PRESETS = Object.keys(PERIOD_PRESETS) as PeriodPreset[];
const ROLLING = PRESETS.filter((preset) => 'days' in PERIOD_PRESETS[preset]);
const TO_DATE = PRESETS.filter((preset) => 'toDate' in PERIOD_PRESETS[preset]);

/** Which days, and against which others; both live in the address. */
export function PeriodControl({ path, search, chosen, basis, held }: PeriodControlProps) {
  const choices = (presets: readonly PeriodPreset[]) =>
    presets.map((preset) => ({
      title: PERIOD_PRESETS[preset].title,
      href: addressWith(path, search, { period: preset, from: null, to: null }),
      isChosen: preset === chosen.preset,
    }));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Choices label="Period" choices={choices(ROLLING)} />
      <Choices label="Fiscal period so far" choices={choices(TO_DATE)} />
      <DayRangeForm path={path} search={search} period={chosen.period} held={held} />
      <Choices
        label="Compared with"
        choices={(Object.keys(BASES) as BasisName[]).map((name) => ({
          title: BASES[name].title,
          href: addressWith(path, search, { basis: name === DEFAULT_BASIS ? null : name }),
          isChosen: name === basis,
        }))}
      />
    </div>
  );
}
