import type { Freshness } from './answer.ts';
import type { NarrowedSales } from './sales-view.ts';

/** The figures of a period and of its basis; null for a period in which nothing at all was recorded. */
export interface ComparedSales extends Freshness {
  readonly period: NarrowedSales | null;
  readonly basis: NarrowedSales | null;
  /** Name of the question that was asked. */
  readonly question: string;
}
