import type { Freshness } from './answer.ts';
import type { SalesFigures } from './sales.ts';

/** The figures of a period and of its basis; null for a period in which nothing at all was recorded. */
export interface ComparedSales extends Freshness {
  readonly period: SalesFigures | null;
  readonly basis: SalesFigures | null;
}
