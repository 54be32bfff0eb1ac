import { findCardNumber, isBarcode, looksLikeBarcode, MAYBE_CARD } from './card-number.ts';
import { type CsvCell, csvCells } from './csv-cells.ts';
import type { SourceDeclaration } from './declaration.ts';
import { fileText } from './file-text.ts';
import { CardNumberError } from './refusals.ts';

/**
 * Looks through every cell of a file before any of it is kept. One number in ten of any kind has a valid Luhn digit by
 * chance, barcodes too; so a cell of 13 or 14 digits is taken for a barcode where it has a barcode's check digit and
 * so has every such cell of its column.
 * @throws CardNumberError with file, line and column, never the number.
 */
export async function guardCards(file: string, { encoding, delimiter }: SourceDeclaration): Promise<void> {
  if (!(await mayHoldCards(file, encoding))) return;
  const header: string[] = [];
  const barcodes = new Map<number, CsvCell>();
  const others = new Set<number>();
  const refuse = ({ line, column }: CsvCell): never => {
    throw new CardNumberError(
      file,
      line,
      line === 1 ? `column ${column}` : `column ${header[column - 1] ?? column}`,
    );
  };
  for await (const cell of csvCells(fileText(file, encoding), delimiter)) {
    const couldBeBarcode = looksLikeBarcode(cell.text);
    const barcode = couldBeBarcode && isBarcode(cell.text);
    if (couldBeBarcode && !barcode) others.add(cell.column);
    if (MAYBE_CARD.test(cell.text) && findCardNumber(cell.text)) {
      if (!barcode) refuse(cell);
      if (!barcodes.has(cell.column)) barcodes.set(cell.column, cell);
    }
    if (cell.line === 1) header.push(cell.text.trim());
  }
  for (const [column, cell] of barcodes) if (others.has(column)) refuse(cell);
}

const LONGEST_NUMBER = 64;

/** Most files hold no run of that many digits: they are not taken apart. */
async function mayHoldCards(file: string, encoding: 'utf-8' | 'windows-1252'): Promise<boolean> {
  let before = '';
  for await (const piece of fileText(file, encoding)) {
    const text = before + piece;
    if (MAYBE_CARD.test(text)) return true;
    before = text.slice(-LONGEST_NUMBER);
  }
  return false;
}
