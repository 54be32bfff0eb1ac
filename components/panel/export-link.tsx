/** Takes the table away as a file, for the same days, basis and stores as on the screen. A plain link: the browser saves it. */
export function ExportLink({ href, table }: { href: string; table: string }) {
  return (
    <a
      href={href}
      download
      aria-label={`Export ${table} as CSV`}
      className="shrink-0 rounded-md px-2 py-1 text-sm text-ink-muted hover:bg-surface-sunken hover:text-ink"
    >
      CSV
    </a>
  );
}
