'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Definition } from '#components/panel/definition.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import type { UsualStore } from '#lib/comparable-day.ts';
import type { StockFloor } from '#lib/stock-floor.ts';
import { ShelfList } from './shelf-list.tsx';
import { type PickedCell, StockHeatmap } from './stock-heatmap.tsx';

const EVERY_MS = 4_000;
const SHOWN = 12;

async function fetchFloors(store: string | null): Promise<readonly StockFloor[]> {
  const response = await fetch(`/api/v1/live/stock${store ? `?store=${encodeURIComponent(store)}` : ''}`);
  if (!response.ok) throw new Error(`stock: ${response.status}`);
  return ((await response.json()) as { floors: StockFloor[] }).floors;
}

interface StockBoardProps {
  readonly initial: readonly StockFloor[];
  readonly audience: string;
  readonly usualStores: readonly UsualStore[];
  readonly currency: string;
}

/** The shelves as they empty: where cover is short, which product goes when and what that costs, and which record to doubt. */
export function StockBoard({ initial, audience, usualStores, currency }: StockBoardProps) {
  const { data: floors = initial, isError } = useQuery({
    queryKey: ['stock', audience],
    queryFn: () => fetchFloors(null),
    refetchInterval: EVERY_MS,
    retry: false,
    initialData: initial,
  });
  const only = floors.length === 1 ? floors[0]?.storeId : undefined;
  const [picked, setPicked] = useState<PickedCell | null>(null);
  const storeId = picked?.storeId ?? only ?? null;
  const { data: store } = useQuery({
    queryKey: ['stock', audience, storeId],
    queryFn: async () => (await fetchFloors(storeId))[0] ?? null,
    enabled: storeId !== null,
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const names = new Map(usualStores.map((it) => [it.storeId, it.storeName]));
  const name = storeId ? (names.get(storeId) ?? storeId) : '';
  const inCell = ({ category }: { category: string }) => !picked || category === picked.category;
  const where = picked ? `${name}, ${picked.category}` : name;
  return (
    <>
      <Panel
        title="Stock on the shelves"
        className="mt-4"
        subtitle={
          isError
            ? 'Cannot be read right now: this is how it was last.'
            : 'Days of cover, shaded where they are shorter than a delivery takes; in red, products sold out. Tap a cell for its products.'
        }
        action={
          <Definition title="Days of cover">
            Units on hand now ÷ units wanted a day. Wanted: what sold in the last 28 days ÷ the days with
            stock. On hand: the record of the last close and what moved since.
          </Definition>
        }
      >
        {floors.length === 0 ? (
          <PanelEmpty>The shelves have not been looked at yet today.</PanelEmpty>
        ) : (
          <StockHeatmap floors={floors} names={names} picked={picked} onPick={setPicked} />
        )}
      </Panel>
      {store && store.storeId === storeId ? (
        <div className="mt-4 grid grid-cols-1 gap-4 xl:grid-cols-5">
          <Panel
            title="About to run out"
            className="xl:col-span-3"
            subtitle={`${where}. At stake: sales expected before a delivery ordered now could come.`}
          >
            <ShelfList
              caption="About to run out"
              rows={store.runningOut.filter(inCell).slice(0, SHOWN)}
              currency={currency}
              empty="Everything here outlasts its lead time."
              shows="end"
            />
          </Panel>
          <Panel
            title="Worth counting"
            className="xl:col-span-2"
            subtitle={`${where}. On record, wanted, and yet not sold: it may not be there.`}
          >
            <ShelfList
              caption="Worth counting"
              rows={store.phantoms.filter(inCell).slice(0, SHOWN)}
              currency={currency}
              empty="No record here is in doubt."
              shows="doubt"
            />
          </Panel>
        </div>
      ) : null}
    </>
  );
}
