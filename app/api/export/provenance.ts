import { formatInstant, formatPeriod, scopeInWords } from '#lib/figures.ts';
import { METRICS } from '#lib/metrics.ts';
import { LABEL_WORDS } from '#lib/sensitivity.ts';
import type { ExportedTable, ExportRequest, TableExport } from './table-export.ts';

/** What a file must say of itself once it has left the screen: what it covers, how old it is and what its words mean. */
export function provenance(
  { title, label }: TableExport,
  { columns, total, queriedAt, period, about = [] }: ExportedTable,
  { lake, scope }: ExportRequest,
  given: number,
): readonly (readonly [name: string, value: string])[] {
  const titles = new Set(columns.map((column) => column.title));
  return [
    ['Table', title],
    ['Rows', total === null ? `the first ${given}; there are more` : `${given} of ${total}`],
    ['Days', period ? formatPeriod(period) : `As of ${lake.lastClosedDate}`],
    ...about,
    ['Stores', scopeInWords(scope)],
    ['Currency', lake.currency],
    ['Source', `${lake.sourceName}, build ${lake.buildId}`],
    ['Loaded', formatInstant(new Date(lake.loadedAt), lake.timeZone)],
    ['Asked', formatInstant(new Date(queriedAt), lake.timeZone)],
    ['Label', `${label}: ${LABEL_WORDS[label]}`],
    ...Object.values(METRICS)
      .filter((metric) => titles.has(metric.title))
      .map((metric) => [metric.title, metric.formula] as const),
  ];
}
