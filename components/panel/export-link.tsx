/** Takes the table away as a file, for the same view as on the screen. Plain links: the browser saves what they lead to. */
export function ExportLink({ href, table }: { href: string; table: string }) {
  const file = (format: string) => `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
  const style = 'rounded-md px-1.5 py-1 hover:bg-surface-sunken hover:text-ink pointer-coarse:py-3';
  return (
    <span className="flex shrink-0 text-sm text-ink-muted print:hidden">
      <a href={href} download aria-label={`Export ${table} as CSV`} className={style}>
        CSV
      </a>
      <a href={file('xlsx')} download aria-label={`Export ${table} as XLSX`} className={style}>
        XLSX
      </a>
    </span>
  );
}
