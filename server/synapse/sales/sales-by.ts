import 'server-only';
import { z } from 'zod';
import type { Freshness } from '#lib/answer.ts';
import type { Period } from '#lib/period.ts';
import { besideBasis, type SalesNarrowing, type SalesOf } from '#lib/sales-view.ts';
import type { RowScope } from '#lib/scope.ts';
import { countColumn, moneyColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { daysParameter, periodParameter, textParameter } from '../parameters.ts';
import type { SalesSource } from './sales-source.ts';

interface Dimension<Key> {
  /** Of the question: `sales.<name>`. */
  readonly name: string;
  /** T-SQL expression of what sales are added up by; null for one sum of all. */
  readonly key: string | null;
  readonly column: z.ZodType<Key>;
  /** The coarsest first. */
  readonly sources: readonly SalesSource[];
}

export interface Periods {
  readonly period: Period;
  readonly basis: readonly Period[];
}

export interface SalesAnswer<Key> extends Freshness {
  readonly rows: readonly SalesOf<Key>[];
  readonly truncated: boolean;
  /** Name of the question that was asked. */
  readonly question: string;
}

export const NARROWING = { channel: textParameter(16), category: textParameter(100) };

/** Makes the function that adds up sales of a period and of its basis by one dimension, narrowed, in one question. */
export function salesBy<Key>({ name, key, column, sources }: Dimension<Key>) {
  const questions = sources.map((source) => ({ source, ...questionOf(name, key, column, source) }));
  return async (
    periods: Periods,
    narrowing: SalesNarrowing,
    scope: RowScope,
    signal?: AbortSignal,
  ): Promise<SalesAnswer<Key>> => {
    const chosen = questions.find(({ source }) => source.knows(narrowing));
    if (!chosen) throw new TypeError(`sales.${name} cannot be narrowed so far`);
    const { channel, category } = narrowing;
    const asked = { ...periods, channel: channel ?? '', category: category ?? '' };
    const { rows, ...answer } = await chosen.ask(asked, scope, signal);
    const parts = rows.map(({ soldBy, ...sales }) => ({ key: soldBy as Key, ...sales }));
    return { ...answer, rows: besideBasis(parts), question: chosen.question };
  };
}

function questionOf<Key>(name: string, key: string | null, column: z.ZodType<Key>, source: SalesSource) {
  const question = `sales.${name}${source.suffix}`;
  const ask = goldQuery({
    name: question,
    params: z.strictObject({ period: periodParameter(), basis: daysParameter(), ...NARROWING }),
    sql: `
    SELECT
      p.part AS part,
      ${key ?? "'all'"} AS soldBy,
      CAST(SUM(d.gross_sales) * 100 AS bigint) AS grossSales,
      CAST(SUM(d.discounts) * 100 AS bigint) AS discounts,
      CAST(SUM(d.returns) * 100 AS bigint) AS returns,
      CAST(SUM(d.net_sales) * 100 AS bigint) AS netSales,
      ${source.transactions} AS transactions,
      CAST(SUM(CAST(d.units AS bigint)) AS bigint) AS units
    FROM ${source.from}
    INNER JOIN (SELECT 'period' AS part UNION ALL SELECT 'basis' AS part) AS p ON (
      (p.part = 'period' AND d.business_date BETWEEN @periodFrom AND @periodTo)
      OR (p.part = 'basis' AND inDays(d.business_date, basis))
    )
    WHERE inScope(d.store_id)
      AND ${source.narrowed}
    GROUP BY p.part${key === null ? '' : `, ${key}`}
    ORDER BY soldBy, part DESC`,
    row: z.object({
      part: z.enum(['period', 'basis']),
      soldBy: column,
      grossSales: moneyColumn(),
      discounts: moneyColumn(),
      returns: moneyColumn(),
      netSales: moneyColumn(),
      transactions: countColumn().nullable(),
      units: countColumn(),
    }),
  });
  return { question, ask };
}
