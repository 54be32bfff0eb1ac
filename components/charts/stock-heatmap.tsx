'use client';
import { ScrollRegion } from '#components/table/scroll-region.tsx';
import { EChart } from './echart.tsx';
import { type StockCell, stockHeatmapOption, stockHeatmapSummary } from './stock-heatmap-option.ts';

const ROW_HEIGHT = 30;
/** For the names below the fields and the key below those. */
const FOOT = 130;
/** Pixels in which names of stores, and a figure in a field, can be read; a phone scrolls sideways. */
const NAMES = 120;
const COLUMN_WIDTH = 36;
/** Of very many products the picture shows where, not how much. */
const MOST_KEPT_WIDE = 16;

export function StockHeatmap({ cells }: { cells: readonly StockCell[] }) {
  const rows = new Set(cells.map(({ row }) => row)).size;
  const columns = new Set(cells.map(({ column }) => column)).size;
  return (
    <ScrollRegion label="Days of cover as a picture">
      <div style={{ minWidth: NAMES + Math.min(columns, MOST_KEPT_WIDE) * COLUMN_WIDTH }}>
        <EChart
          className=""
          height={FOOT + Math.max(2, rows) * ROW_HEIGHT}
          summary={stockHeatmapSummary(cells)}
          option={(palette) => stockHeatmapOption(cells, palette)}
        />
      </div>
    </ScrollRegion>
  );
}
