/** Sixteen by sixteen, drawn with one line; a page without a drawing gets a dot. */
const DRAWINGS: Readonly<Record<string, string>> = {
  executive: 'M2.5 13.5v-4M6.2 13.5V6M9.8 13.5V8M13.5 13.5V2.5',
  today: 'M8 4.5V8l2.3 1.6M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  sales: 'M2 11.5 6 7l3 2.5L14 4M10.5 4H14v3.5',
  stores: 'M2.5 6.5 3.5 3h9l1 3.5M2.5 6.5v6.5h11V6.5M2.5 6.5h11M6.5 13v-3.5h3V13',
  inventory: 'M2.5 5 8 2l5.5 3v6L8 14l-5.5-3V5ZM2.5 5 8 8l5.5-3M8 8v6',
  customers: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 13.5c.5-2.5 2.5-3.7 5-3.700s4.5 1.2 5 3.7',
  pricing: 'M8.5 2.500h5v5l-6.3 6.3-5-5 6.3-6.300ZM11 5.100v-.1',
  baskets: 'M2 6.500h12l-1.3 6.500H3.300L2 6.500ZM5 6.500l2-4M11 6.500l-2-4',
  forecast: 'M2 12.500c2-6 4-6 6-3M8 9.500c1.5 2 3-4 6-6M11 13.500h.1M13.5 13.500h.1',
  suppliers:
    'M1.5 4h8v7h-8V4ZM9.5 6.500h3l2 2.500v2h-5M4 12.800a1.3 1.3 0 1 0 0-.1ZM11 12.800a1.3 1.3 0 1 0 0-.1Z',
  alerts:
    'M8 2.500c2.5 0 4 1.8 4 4.3 0 2.7 1 3.7 1.5 4.200h-11c.5-.5 1.5-1.5 1.5-4.2 0-2.5 1.5-4.3 4-4.300ZM6.7 13.500h2.6',
  lake: 'M8 2v7.500M5 7l3 3 3-3M2.5 11v2.500h11V11',
  reference: 'M6 3 2.5 8 6 13M10 3l3.5 5-3.5 5',
  admin: 'M8 2 3 4v4c0 3 2 5 5 6 3-1 5-3 5-6V4L8 2ZM6 8l1.5 1.500L10 6.5',
};

export function PageIcon({ page }: { page: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className="size-4 shrink-0 fill-none stroke-current"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={DRAWINGS[page] ?? 'M8 8h.1'} />
    </svg>
  );
}
