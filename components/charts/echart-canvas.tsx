import { BarChart, GraphChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { type ECharts, type EChartsCoreOption, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import ReactEChartsCore from 'echarts-for-react/lib/core';
import { useEffect, useRef, useState } from 'react';

register([
  ...[BarChart, LineChart, HeatmapChart, GraphChart],
  ...[GridComponent, TooltipComponent, VisualMapPiecewiseComponent, CanvasRenderer],
]);

interface EChartCanvasProps {
  readonly option: EChartsCoreOption;
  readonly onReady: (chart: ECharts) => void;
  readonly onPick?: ((position: number) => void) | undefined;
}

/** Owns init, resize and dispose, through echarts-for-react; marks itself painted once drawn. */
export default function EChartCanvas({ option, onReady, onPick }: EChartCanvasProps) {
  const [chart, setChart] = useState<ECharts | null>(null);
  const frame = useRef<HTMLDivElement>(null);

  // echarts-for-react leaves out the first change of size, which may be the one that counts.
  useEffect(() => {
    if (!chart || !frame.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const drawn = entry?.target.firstElementChild;
      // It was made with a size of its own, which it would keep.
      if (drawn instanceof HTMLElement)
        echarts.getInstanceByDom(drawn)?.resize({ width: 'auto', height: 'auto' });
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [chart]);

  return (
    <div ref={frame} className="size-full" data-painted={chart !== null}>
      <ReactEChartsCore
        echarts={echarts}
        option={option}
        notMerge
        autoResize={false}
        style={{ height: '100%', width: '100%' }}
        onEvents={onPick ? { click: ({ dataIndex }: { dataIndex: number }) => onPick(dataIndex) } : NONE}
        // Without animation the first frame is drawn by then, and its `finished` event already past.
        onChartReady={(ready: ECharts) => {
          setChart(ready);
          onReady(ready);
        }}
      />
    </div>
  );
}

/** One object, or the chart would be made anew each time. */
const NONE = {};
