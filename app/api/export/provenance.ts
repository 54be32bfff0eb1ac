import type { Comparison } from '#lib/comparison.ts';
import type { CsvCell } from '#lib/csv.ts';
import { formatInstant, formatPeriod, scopeInWords } from '#lib/figures.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import { METRICS } from '#lib/metrics.ts';
import type { Period } from '#lib/period.ts';
import type { RowScope } from '#lib/scope.ts';
import type { ExportedTable } from './sales-tables.ts';

interface Exported {
  readonly title: string;
  readonly table: ExportedTable;
  readonly lake: LakeStatus;
  readonly period: Period;
  readonly comparison: Comparison;
  readonly scope: RowScope;
}

/** What a file must say of itself once it has left the screen: what it covers, how old it is and what its words mean. */
export function provenance({ title, table, lake, period, comparison, scope }: Exported): CsvCell[][] {
  const shown = table.rows.length;
  const lines: [string, string][] = [
    ['Table', title],
    ['Rows', table.truncated ? `the first ${shown}; there are more` : `${shown} of ${shown}`],
    ['Days', formatPeriod(period)],
    ['Basis', comparison.words],
    ['Stores', scopeInWords(scope)],
    ['Currency', lake.currency],
    ['Source', `${lake.sourceName}, build ${lake.buildId}`],
    ['Loaded', formatInstant(new Date(lake.loadedAt), lake.timeZone)],
    ['Asked', formatInstant(new Date(table.queriedAt), lake.timeZone)],
    ['Label', 'Internal'],
    ...Object.values(METRICS)
      .filter((metric) => table.header.includes(metric.title))
      .map((metric): [string, string] => [metric.title, metric.formula]),
  ];
  return lines.map(([name, value]) => [{ text: name }, { text: value }]);
}
