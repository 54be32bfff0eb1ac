'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { FoundCustomer } from '#lib/customer-page.ts';

const LEAST_CHARACTERS = 2;
const PAUSE_MS = 180;

/** Finds a customer by the beginning of a loyalty number or id, while somebody types: one question once they pause. */
export function CustomerFinder({ path }: { path: string }) {
  const router = useRouter();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const text = usePaused(typed.trim());
  const { data, isError } = useQuery({
    queryKey: ['customers', 'find', text],
    queryFn: ({ signal }) => find(text, signal),
    enabled: text.length >= LEAST_CHARACTERS,
    placeholderData: keepPreviousData,
  });
  const found = text.length < LEAST_CHARACTERS ? [] : (data ?? []);
  const open = (customer: FoundCustomer | undefined) => {
    if (customer) router.push(`${path}/${customer.customerId}`);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive((at) => Math.min(at + 1, found.length - 1)),
    ArrowUp: () => setActive((at) => Math.max(at - 1, 0)),
    Enter: () => open(found[active]),
    Escape: () => setIsOpen(false),
  };
  const press = (event: KeyboardEvent) => {
    const act = isOpen ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
  const isShown = isOpen && found.length > 0;
  return (
    <div className="relative w-full md:w-72">
      <label className="block text-sm">
        <span className="text-ink-muted">Loyalty number or id</span>
        <input
          type="search"
          role="combobox"
          aria-expanded={isShown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={isShown ? `${list}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={32}
          placeholder="C0001…"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(0);
            setIsOpen(true);
          }}
          onKeyDown={press}
          onFocus={() => setIsOpen(true)}
          onBlur={() => setIsOpen(false)}
          className="mt-1 block h-10 w-full rounded-lg border border-line-strong bg-surface px-2.5 text-ink pointer-coarse:h-11"
        />
      </label>
      <div
        id={list}
        role="listbox"
        aria-label="Customers found"
        hidden={!isShown}
        className="absolute z-20 mt-1 w-full overflow-hidden rounded-lg border border-line bg-surface py-1 text-sm shadow-xl"
      >
        {found.map((customer, at) => (
          <div
            key={customer.customerId}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === active}
            tabIndex={-1}
            // Before the input loses the focus, which would take the list away.
            onMouseDown={(event) => {
              event.preventDefault();
              open(customer);
            }}
            onMouseEnter={() => setActive(at)}
            className="flex cursor-pointer justify-between gap-4 px-3 py-2 aria-selected:bg-surface-sunken pointer-coarse:py-3"
          >
            <span className="font-medium">{customer.loyaltyNumber}</span>
            <span className="text-ink-muted">
              id {customer.customerId} · {customer.storeId ?? 'no home store'}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {said(text, found.length, isError)}
      </p>
    </div>
  );
}

function said(text: string, count: number, isError: boolean): string {
  if (text.length < LEAST_CHARACTERS) return '';
  if (isError) return 'The search could not be answered.';
  return count === 0 ? 'No customer has this number.' : `${count} found`;
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

async function find(text: string, signal: AbortSignal): Promise<readonly FoundCustomer[]> {
  const query = new URLSearchParams({ beginning: text });
  const response = await fetch(`/api/v1/customer-numbers?${query}`, { signal });
  // What can be no number finds nobody.
  if (response.status === 400) return [];
  if (!response.ok) throw new Error(`customers: ${response.status}`);
  return ((await response.json()) as { found: FoundCustomer[] }).found;
}
