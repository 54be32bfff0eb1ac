import { z } from 'zod';
import { type MinorUnits, toDecimalText } from '#lib/money.ts';
import type { ColumnKind } from '#lib/table-column.ts';
import type { ExportColumn } from '../export/table-export.ts';

/** How a cell of each kind stands in JSON; money is text, as no reader may take it for a float. */
const CELLS: Readonly<Record<ColumnKind, z.ZodType>> = {
  text: z.string(),
  day: z.iso.date().describe('Business date of the store'),
  count: z.int(),
  ratio: z.number(),
  money: z
    .string()
    .regex(/^-?\d+\.\d{2}$/)
    .describe('Exact amount in the currency of the answer'),
  rate: z.number().describe('A share: 0.05 is 5%'),
  change: z.number().describe('Against the basis: 0.05 is +5%'),
  points: z.number().describe('Difference of two shares: 0.005 is half a percentage point'),
  flag: z.boolean(),
};

/** The schema of a row with these columns: it checks what is given out, and describes it in the document. */
export function rowSchema(columns: readonly ExportColumn[]): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(columns.map(({ id, kind, title }) => [id, CELLS[kind].nullable().describe(title)])),
  );
}

/** A row as it stands in JSON; a column that was not `given` to this person is null, whatever the row holds. */
export function jsonRow(
  columns: readonly ExportColumn[],
  row: object,
  given: ReadonlySet<string>,
): Record<string, unknown> {
  const values = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    columns.map(({ id, kind }) => [id, given.has(id) ? jsonCell(kind, values[id]) : null]),
  );
}

function jsonCell(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return kind === 'money' ? toDecimalText(value as MinorUnits) : value;
}
