import { strToU8, Zip, ZipDeflate } from 'fflate';
import { SHEET_FOOT, sheetHead, sheetHeading, sheetRow, workbookParts } from '#lib/workbook.ts';
import { cellsOf, type ExportedTable } from './table-export.ts';

type About = (given: number) => readonly (readonly [name: string, value: string])[];

/**
 * The table as a workbook, compressed while its rows come: what is in memory is one batch. The writers on npm either
 * build the whole sheet first or are no longer kept, so the parts are our own (lib/workbook.ts) and fflate zips them.
 */
export async function* xlsxStream(
  title: string,
  { columns, batches }: ExportedTable,
  about: About,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    return (text: string, last = false) => file.push(strToU8(text), last);
  };
  let given = 0;
  const table = open('xl/worksheets/sheet1.xml');
  table(
    sheetHead(
      columns.map(({ kind }) => kind),
      true,
    ) + sheetHeading(columns.map((column) => column.title)),
  );
  for await (const rows of batches) {
    given += rows.length;
    table(rows.map((row) => sheetRow(cellsOf(columns, row))).join(''));
    yield* ready.splice(0);
  }
  table(SHEET_FOOT, true);
  const lines = about(given).map(([name, value]) => sheetRow([{ text: name }, { text: value }]));
  open('xl/worksheets/sheet2.xml')(sheetHead(['text', 'text'], false) + lines.join('') + SHEET_FOOT, true);
  for (const [path, part] of Object.entries(workbookParts(title))) open(path)(part, true);
  zip.end();
  yield* ready.splice(0);
}
