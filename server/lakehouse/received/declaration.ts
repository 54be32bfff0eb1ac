import { z } from 'zod';
import { campaigns, placements } from './declared-campaigns.ts';
import { column, customer, tableName, type Words, words, writtenDay } from './declared-cells.ts';

/**
 * What a retailer's export looks like and how it maps to the model. A declaration is data: it may stand in a JSON
 * file, and a new export needs a new declaration and no code. Columns of a looked-up table are `table.column`.
 */

const zone = z.string().refine(isZone, { message: 'there is no such IANA time zone' });
const conditions = z.strictObject({ column, is: z.array(z.string()).min(1) });

/**
 * The column that says which row of a key is the latest, the source's own version or extract date: a number, or a date
 * in strptime's letters. A row without one is the oldest.
 */
const version = z.union([column, z.strictObject({ column, date: z.string().min(2) })]);

const receivedTable = z.strictObject({
  /** Names of the files, `*` for any text; without it every CSV file of the folder belongs to this table. */
  files: z.string().optional(),
  columns: z.array(column).min(1),
  version: version.optional(),
  /** Whether the export is whole without such a file: the table is empty then. The lines are always there. */
  optional: z.boolean().default(false),
});

const lines = z
  .strictObject({
    table: tableName,
    lookups: z.array(z.strictObject({ table: tableName, by: z.record(column, column) })).default([]),
    /** What the document is, by how a cell begins; everything else is a sale. */
    document: z
      .strictObject({ column, beginsWith: z.record(z.string().min(1), z.enum(['cancellation', 'bad_debt'])) })
      .optional(),
    transaction: column,
    store: words,
    channel: z.enum(['store', 'online', 'mobile', 'wholesale']),
    country: words,
    /** `format` in strptime's letters; `zone` where the times are not local to the store. */
    time: z.strictObject({ column, format: z.string().min(2), zone: zone.optional() }),
    /** The trading day, where the export tells it: a till may ring on after midnight. Else the day of the time. */
    businessDate: writtenDay.optional(),
    product: column,
    description: words.optional(),
    customer: customer.optional(),
    quantity: column,
    /** Goods sold by volume or weight: their quantity is no count, and a line of them counts as one unit. */
    measured: conditions.optional(),
    /** The price of one unit, or the columns whose sum is the line's value before discounts. */
    price: z.union([z.strictObject({ unit: column }), z.strictObject({ line: z.array(column).min(1) })]),
    /** Columns whose sum is the reduction, or a rate from 0 to 1 of the line's value. */
    discount: z
      .union([z.strictObject({ amounts: z.array(column).min(1) }), z.strictObject({ rate: column })])
      .optional(),
    /** Tax by its amount, by a column of rates from 0 to 1, or by one rate; `included` where prices and values hold it. */
    tax: z
      .union([
        z.strictObject({ amount: column, included: z.boolean() }),
        z.strictObject({ rate: column, included: z.boolean() }),
        z.strictObject({ always: z.string().regex(/^0?\.[0-9]{1,6}$/), included: z.boolean() }),
      ])
      .optional(),
    /** Lines the till voided, and lines that void one: a negative one takes its opposite of the same ticket with it. */
    voided: conditions.optional(),
    /** Codes under which no goods are traded, with what they mean, and beginnings of such codes; in upper case. */
    nonProducts: z
      .strictObject({ codes: z.record(z.string(), z.string()), prefixes: z.array(z.string()) })
      .default({ codes: {}, prefixes: [] }),
    /** Columns that tell a line from every other, and its version. */
    latest: z.strictObject({ key: z.array(column).min(1), version }).optional(),
  })
  .refine(({ latest, transaction }) => !latest || latest.key.includes(transaction), {
    // A ticket is opened again as a whole; a version of its line in another ticket would be missed.
    message: 'the key of a line holds the ticket it stands in',
    path: ['latest', 'key'],
  });

const source = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
  title: z.string().min(1),
  /** ISO 4217; two decimals. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** IANA zone of the stores. */
  timeZone: zone,
  encoding: z.enum(['utf-8', 'windows-1252']).default('utf-8'),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  numbers: z
    .strictObject({
      decimal: z.enum(['.', ',']).default('.'),
      thousands: z.enum(['', ',', '.', ' ', "'"]).default(''),
      /** `single` where the export wrote 9.8 as 9.80000019, as a number of 32 bits is written out. */
      precision: z.enum(['exact', 'single']).default('exact'),
    })
    .default({ decimal: '.', thousands: '', precision: 'exact' }),
  tables: z.record(tableName, receivedTable),
  /** Files and columns that are known and not used, with the reason. */
  unused: z.record(z.string(), z.string()).default({}),
  lines,
  /** Without a list, a product is called by the description its lines carry most often. */
  products: z
    .strictObject({
      table: tableName,
      lookups: lines.shape.lookups,
      id: column,
      name: words,
      category: words.optional(),
      subcategory: words.optional(),
      supplier: column.optional(),
      /** Units that are ordered together. */
      packSize: column.optional(),
      /** Of one unit, without tax: what it costs, and its price outside promotions. */
      cost: column.optional(),
      price: column.optional(),
      /** First day a row holds, where the list has one row per version of a product. */
      validFrom: writtenDay.optional(),
    })
    .optional(),
  /** A list of those who supply the products. */
  suppliers: z.strictObject({ table: tableName, id: column, name: column }).optional(),
  /** A list of the stock of one store, as it is at the close of the last day. */
  stock: z
    .strictObject({
      table: tableName,
      store: z.string().min(1),
      product: column,
      supplier: column,
      onHand: column,
      onOrder: column,
      /** Units at or below which the source's own system orders. */
      reorderLevel: column.optional(),
    })
    .optional(),
  placements: placements.optional(),
  campaigns: campaigns.optional(),
  /** Without a list, stores are those of the lines. */
  stores: z.strictObject({
    table: tableName.optional(),
    id: column.optional(),
    name: words.optional(),
    region: words,
    format: words,
    openedOn: writtenDay.optional(),
    /** First day after the last trading day. */
    closedOn: writtenDay.optional(),
    /** Square metres. */
    sellingArea: column.optional(),
    /** IANA zones by id, of stores in another zone than the source's. */
    timeZones: z.record(z.string().min(1), zone).optional(),
    /** ISO 3166; public holidays go by it. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  }),
});

const isAlways = (said: Words | undefined) =>
  said === undefined || (typeof said === 'object' && 'always' in said);

export const sourceDeclaration = source
  .refine(({ stores: { table, id } }) => (table === undefined) === (id === undefined), {
    message: 'a list of stores is named with the column of their ids',
    path: ['stores', 'table'],
  })
  .refine(
    ({ stores: { table, openedOn, closedOn, sellingArea, name, region, format } }) =>
      table !== undefined ||
      ((openedOn ?? closedOn ?? sellingArea) === undefined && [name, region, format].every(isAlways)),
    {
      message:
        'what is said of each store by itself, when it opened, how large it is or what it is called, stands in a list of stores',
      path: ['stores', 'table'],
    },
  )
  .refine(
    ({ lines: { lookups }, products }) =>
      !products?.validFrom || lookups.every(({ table }) => table !== products.table),
    {
      message:
        'a list with several versions of a product is not looked up: which of them is meant is not said',
      path: ['lines', 'lookups'],
    },
  );

export type SourceDeclaration = z.output<typeof sourceDeclaration>;
export type DeclaredLines = SourceDeclaration['lines'];
export type Version = z.output<typeof version>;
export type Numbers = SourceDeclaration['numbers'];

function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** A declaration written down in code, with what it leaves to the defaults filled in. */
export function declareSource(written: z.input<typeof sourceDeclaration>): SourceDeclaration {
  return sourceDeclaration.parse(written);
}
