import Form from 'next/form';
import { type ReactNode, useId } from 'react';
import { choicesBut } from '#lib/address.ts';
import type { SearchParams } from '#lib/period.ts';
import { choosePlaces, placesInWords } from '#lib/place-choice.ts';
import type { StoreName } from '#lib/store-name.ts';

interface PlaceControlProps {
  readonly path: string;
  readonly search: SearchParams;
  /** The stores of this person, region by region. */
  readonly stores: readonly StoreName[];
}

/**
 * Which stores and regions: a sheet of boxes in the browser's own popover, sent as a form. It works by touch, by
 * keyboard and before any script has loaded, and its answer is an address that keeps every other choice.
 */
export function PlaceControl({ path, search, stores }: PlaceControlProps) {
  const sheet = useId();
  const chosen = choosePlaces(search);
  const regions = Map.groupBy(stores, ({ region }) => region);
  if (stores.length < 2) return null;
  return (
    <>
      <button
        type="button"
        popoverTarget={sheet}
        className="flex h-10 items-center gap-2 rounded-lg border border-line-strong bg-surface px-3.5 text-sm font-medium hover:bg-surface-sunken pointer-coarse:h-11"
      >
        <span className="sr-only">Stores: </span>
        {placesInWords(chosen)}
        <svg
          aria-hidden="true"
          viewBox="0 0 12 12"
          className="size-3 fill-none stroke-current"
          strokeWidth="1.5"
        >
          <path d="m3 4.5 3 3 3-3" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </button>
      <Form
        id={sheet}
        popover="auto"
        action={path}
        key={JSON.stringify(search)}
        className="m-auto max-h-[85dvh] w-[min(42rem,94vw)] flex-col rounded-xl border border-line bg-surface text-ink shadow-xl backdrop:bg-black/30 open:flex"
      >
        {choicesBut(search, ['store', 'region']).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <p className="px-5 pt-4 font-semibold">Stores and regions</p>
        <p className="px-5 text-sm text-ink-muted">Nothing ticked means all of yours.</p>
        <div className="grid min-h-0 flex-1 gap-x-6 overflow-y-auto overscroll-contain px-5 py-3 sm:grid-cols-2">
          {[...regions].map(([region, ofRegion]) => (
            <fieldset key={region} className="mb-3">
              <Box name="region" value={region} checked={chosen.regions.includes(region)} strong>
                {region}
              </Box>
              <legend className="sr-only">{region}</legend>
              {ofRegion.map(({ storeId, storeName }) => (
                <Box key={storeId} name="store" value={storeId} checked={chosen.stores.includes(storeId)}>
                  {storeName} <span className="text-xs text-ink-muted">{storeId}</span>
                </Box>
              ))}
            </fieldset>
          ))}
        </div>
        <div className="flex justify-end gap-2 border-t border-line px-5 py-3 text-sm">
          <button
            type="reset"
            className="h-10 rounded-lg px-3.5 text-ink-muted hover:bg-surface-sunken hover:text-ink"
          >
            Reset
          </button>
          <button type="submit" className="h-10 rounded-lg bg-accent px-4 font-medium text-on-accent">
            Show
          </button>
        </div>
      </Form>
    </>
  );
}

interface BoxProps {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

function Box({ name, value, checked, strong = false, children }: BoxProps) {
  return (
    <label
      className={`flex min-h-8 items-center gap-2.5 text-sm pointer-coarse:min-h-11 ${strong ? 'border-b border-line font-medium' : ''}`}
    >
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        className="size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0 truncate">{children}</span>
    </label>
  );
}
