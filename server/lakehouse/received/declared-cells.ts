import { z } from 'zod';

/* How a declaration names what stands in a file: the name of a table, a column of it, and how its cells are read. */

export const column = z.string().min(1);
/** The name of a bronze table: it becomes part of SQL, so it is a plain word. */
export const tableName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

/** Text of a cell, text that never changes, or cells joined by blanks. */
export const words = z.union([
  column,
  z.strictObject({ always: z.string().min(1).max(200) }),
  z.strictObject({ join: z.array(column).min(1) }),
  z.strictObject({ column, otherwise: z.string().min(1) }),
]);

/** A day, with its format in strptime's letters. */
export const writtenDay = z.strictObject({ column, format: z.string().min(2) });

/** `without` is an ending that spreadsheets put behind an id, such as .0 */
export const customer = z.union([column, z.strictObject({ column, without: z.string().min(1) })]);

export type Customer = z.output<typeof customer>;
export type Words = z.output<typeof words>;
