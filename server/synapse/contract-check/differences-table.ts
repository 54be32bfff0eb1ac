import type { Difference } from './compare-contract.ts';

const HEAD: Difference = { table: 'view', column: 'column', contract: 'contract', there: 'there' };

/** The differences as a table of plain text, each column as wide as its widest cell. */
export function differencesTable(differences: readonly Difference[]): string {
  const rows = [HEAD, ...differences].map(({ table, column, contract, there }) => [
    ...[table, column || '(the view)', contract, there],
  ]);
  const widths = HEAD_CELLS.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const [head = [], ...rest] = rows;
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rest.map(line)].join('\n');
}

const HEAD_CELLS = Object.keys(HEAD);
