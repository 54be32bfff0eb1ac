import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

interface PriceSliderProps {
  /** Cents. */
  readonly price: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly currency: string;
  readonly onPrice: (price: number) => void;
}

/** A price to try: arrow keys move it by one step of the ladder, Page Up and Down by ten. */
export function PriceSlider({ price, from, to, step, currency, onPrice }: PriceSliderProps) {
  return (
    <Slider
      value={price / 100}
      minValue={from / 100}
      maxValue={to / 100}
      step={step / 100}
      formatOptions={{ style: 'currency', currency }}
      onChange={(major) => onPrice(Math.round(Number(major) * 100))}
    >
      <div className="flex items-baseline justify-between">
        <Label className="text-sm text-ink-muted">What if it cost</Label>
        <SliderOutput className="text-2xl font-semibold tracking-tight" data-figure="tried" />
      </div>
      <SliderTrack className="relative mt-1 h-8 w-full cursor-pointer">
        {({ state }) => (
          <>
            <span className="absolute top-1/2 h-1 w-full -translate-y-1/2 rounded-full bg-line-strong/50" />
            <span
              className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full bg-accent"
              style={{ width: `${state.getThumbPercent(0) * 100}%` }}
            />
            <SliderThumb className="top-1/2 size-6 rounded-full border-2 border-surface bg-accent shadow data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2 data-[focus-visible]:outline-accent" />
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}
