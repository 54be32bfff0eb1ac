import { BYTE_ORDER_MARK, writeCsvRow } from '#lib/csv.ts';
import { cellsOf, type ExportedTable } from './table-export.ts';

type About = (given: number) => readonly (readonly [name: string, value: string])[];

/** The table as CSV, row after row; what it says of itself comes last, when it is known how many rows it has. */
export async function* csvStream(
  { columns, batches }: ExportedTable,
  about: About,
): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder();
  let given = 0;
  yield text.encode(BYTE_ORDER_MARK + writeCsvRow(columns.map(({ title }) => ({ text: title }))));
  for await (const rows of batches) {
    given += rows.length;
    yield text.encode(rows.map((row) => writeCsvRow(cellsOf(columns, row))).join(''));
  }
  const lines = about(given).map(([name, value]) => writeCsvRow([{ text: name }, { text: value }]));
  yield text.encode(writeCsvRow([]) + lines.join(''));
}
