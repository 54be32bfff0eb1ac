import { z } from 'zod';
import type { ExportedTable } from '../export/table-export.ts';
import type { ApiEndpoint } from './api-endpoint.ts';
import { writeCursor } from './cursor.ts';
import { jsonRow, rowSchema } from './row-schema.ts';

/** What an answer of a list holds beside its rows. */
export function listSchema({ columns }: ApiEndpoint) {
  return z.strictObject({
    rows: z.array(rowSchema(columns)),
    total: z.int().nullable().describe('Rows there are; null where only known to be more'),
    next: z.string().nullable().describe('Cursor of the rows after these; null at the end'),
    currency: z.string().describe('ISO 4217 code of every amount'),
    period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
    about: z.record(z.string(), z.string()).describe('What the figures are compared with and narrowed to'),
    freshness: z.strictObject({
      build: z.string().describe('Build of the figures'),
      closedTo: z.iso.date().describe('Last business date that is complete'),
      loadedAt: z.iso.datetime().describe('When the build was loaded'),
      askedAt: z.iso.datetime().describe('When the source gave these figures'),
    }),
  });
}

interface Page {
  readonly offset: number;
  readonly limit: number;
  readonly currency: string;
  readonly freshness: { readonly build: string; readonly closedTo: string; readonly loadedAt: string };
}

/** The body of an answer, checked against its own schema before it is given out. @throws ZodError */
export async function listBody(endpoint: ApiEndpoint, table: ExportedTable, page: Page): Promise<unknown> {
  const { offset, limit, currency, freshness } = page;
  const rows: object[] = [];
  let seen = 0;
  let isMore = false;
  for await (const batch of table.batches) {
    const wanted = batch.slice(Math.max(0, offset - seen), Math.max(0, offset + limit - seen));
    rows.push(...wanted);
    seen += batch.length;
    isMore = seen > offset + limit;
    if (isMore) break;
  }
  return listSchema(endpoint).parse({
    rows: rows.map((row) => jsonRow(endpoint.columns, row)),
    total: table.total,
    next: isMore ? writeCursor({ buildId: freshness.build, offset: offset + limit }) : null,
    currency,
    period: table.period && { from: table.period.from, to: table.period.to },
    about: Object.fromEntries(table.about ?? []),
    freshness: { ...freshness, askedAt: new Date(table.queriedAt).toISOString() },
  });
}
