'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { refusedInWords } from './refused-in-words.ts';

interface CustomerSearchProps {
  /** Page of one customer; its key is put at the end. */
  readonly path: string;
}

/** Finds the customer who gave exactly this address. It goes in the body of a request, never into an address bar. */
export function CustomerSearch({ path }: CustomerSearchProps) {
  const router = useRouter();
  const [said, setSaid] = useState<string>();
  const [found, setFound] = useState<readonly number[]>([]);
  const [busy, setBusy] = useState(false);
  const isListening = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

  async function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = new FormData(event.currentTarget).get('email');
    setBusy(true);
    setSaid(undefined);
    setFound([]);
    try {
      const response = await fetch('/api/customers/search', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email }),
        cache: 'no-store',
      });
      if (response.ok) tell(((await response.json()) as { customerKeys: number[] }).customerKeys);
      else setSaid(await refusedInWords(response));
    } catch {
      setSaid('Retail Pulse cannot be reached.');
    }
    setBusy(false);
  }

  function tell(customerKeys: readonly number[]) {
    if (customerKeys.length === 1) return router.push(`${path}/${customerKeys[0]}`);
    setFound(customerKeys);
    setSaid(
      customerKeys.length === 0
        ? 'No customer gave this address. It has to be the whole address, as it was given.'
        : `${customerKeys.length} customers gave this address.`,
    );
  }

  return (
    <form onSubmit={look} className="text-sm" autoComplete="off">
      <div className="flex flex-wrap items-end gap-2">
        <label className="min-w-0 flex-1 basis-64">
          <span className="text-ink-muted">Whole e-mail address</span>
          <input
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="off"
            spellCheck={false}
            className="mt-1 block h-10 w-full rounded-lg border border-line-strong bg-surface px-2.5 text-ink"
          />
        </label>
        <button
          type="submit"
          disabled={busy || !isListening}
          className="h-10 rounded-lg border border-line-strong bg-surface px-3.5 font-medium hover:bg-surface-sunken disabled:opacity-60"
        >
          Find customer
        </button>
      </div>
      <p role="status" className="mt-2 text-ink-muted">
        {said}
      </p>
      {found.length > 0 ? (
        <ul className="mt-1">
          {found.map((customerKey) => (
            <li key={customerKey}>
              <a href={`${path}/${customerKey}`} className="font-medium text-accent hover:underline">
                Customer {customerKey}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </form>
  );
}
