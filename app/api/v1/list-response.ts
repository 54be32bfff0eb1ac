import { z } from 'zod';
import type { ExportedTable } from '../export/table-export.ts';
import type { ApiEndpoint } from './api-endpoint.ts';
import { writeCursor } from './cursor.ts';
import { jsonRow, rowSchema } from './row-schema.ts';

const ABOUT = {
  currency: z.string().describe('ISO 4217 code of every amount'),
  about: z.record(z.string(), z.string()).describe('What the figures are compared with and narrowed to'),
  freshness: z.strictObject({
    build: z.string().describe('Build of the figures'),
    closedTo: z.iso.date().describe('Last business date that is complete'),
    loadedAt: z.iso.datetime().describe('When the build was loaded'),
    askedAt: z.iso.datetime().describe('When the source gave these figures'),
  }),
};

/** What an answer of a list holds beside its rows, or one about one thing beside that. */
export function answerSchema({ columns, isOne }: ApiEndpoint): z.ZodObject {
  return isOne
    ? z.strictObject({ row: rowSchema(columns), ...ABOUT })
    : z.strictObject({
        rows: z.array(rowSchema(columns)),
        total: z.int().nullable().describe('Rows there are; null where only known to be more'),
        next: z.string().nullable().describe('Cursor of the rows after these; null at the end'),
        period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
        ...ABOUT,
      });
}

interface Page {
  readonly offset: number;
  readonly limit: number;
  readonly currency: string;
  readonly freshness: { readonly build: string; readonly closedTo: string; readonly loadedAt: string };
}

/** There is nothing with the name that stands in the path, or not for this person: the two look alike. */
export class NothingThereError extends Error {
  readonly code = 'NOTHING_THERE';
  constructor() {
    super('There is nothing of that name.');
    this.name = 'NothingThereError';
  }
}

/** The body of an answer, checked against its own schema before it is given out. @throws NothingThereError, ZodError */
export async function answerBody(endpoint: ApiEndpoint, table: ExportedTable, page: Page): Promise<unknown> {
  const { limit, currency, freshness } = page;
  const { rows, isMore } = await rowsOf(table, page);
  const given = new Set(table.columns.map(({ id }) => id));
  const written = rows.map((row) => jsonRow(endpoint.columns, row, given));
  const common = {
    currency,
    about: Object.fromEntries(table.about ?? []),
    freshness: { ...freshness, askedAt: new Date(table.queriedAt).toISOString() },
  };
  if (endpoint.isOne) {
    const [row] = written;
    if (!row) throw new NothingThereError();
    return answerSchema(endpoint).parse({ row, ...common });
  }
  const last = rows.at(-1);
  const place =
    table.place && last ? { offset: 0, after: table.place(last) } : { offset: page.offset + limit };
  return answerSchema(endpoint).parse({
    rows: written,
    total: table.total,
    next: isMore ? writeCursor({ buildId: freshness.build, ...place }) : null,
    period: table.period && { from: table.period.from, to: table.period.to },
    ...common,
  });
}

/** The rows of a page, and whether there are more; no batch after it is asked for. */
async function rowsOf({ batches }: ExportedTable, { offset, limit }: Page) {
  const rows: object[] = [];
  let seen = 0;
  for await (const batch of batches) {
    rows.push(...batch.slice(Math.max(0, offset - seen), Math.max(0, offset + limit - seen)));
    seen += batch.length;
    if (seen > offset + limit) return { rows, isMore: true };
  }
  return { rows, isMore: false };
}
