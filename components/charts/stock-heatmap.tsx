'use client';
import { EChart } from './echart.tsx';
import { type StockCell, stockHeatmapOption, stockHeatmapSummary } from './stock-heatmap-option.ts';

const ROW_HEIGHT = 30;
/** For the names below the fields and the key below those. */
const FOOT = 130;

export function StockHeatmap({ cells }: { cells: readonly StockCell[] }) {
  const rows = new Set(cells.map(({ row }) => row)).size;
  return (
    <EChart
      className=""
      height={FOOT + Math.max(2, rows) * ROW_HEIGHT}
      summary={stockHeatmapSummary(cells)}
      option={(palette) => stockHeatmapOption(cells, palette)}
    />
  );
}
