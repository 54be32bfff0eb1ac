/** The name of the product, with its pulse. */
export function Brand() {
  return (
    <span className="flex items-center gap-2 font-semibold tracking-tight">
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        className="size-5 fill-none stroke-accent"
        strokeWidth="2.2"
      >
        <path d="M2 13h4.5l3-8 5 14 3-6H22" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      Retail Pulse
    </span>
  );
}
