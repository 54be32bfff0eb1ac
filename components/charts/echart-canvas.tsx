import { BarChart, GraphChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { type EChartsCoreOption, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import ReactEChartsCore from 'echarts-for-react/lib/core';
import { useState } from 'react';

register([
  ...[BarChart, LineChart, HeatmapChart, GraphChart],
  ...[GridComponent, TooltipComponent, VisualMapPiecewiseComponent, CanvasRenderer],
]);

/** Owns init, resize and dispose, through echarts-for-react; marks itself painted once drawn. */
export default function EChartCanvas({ option }: { option: EChartsCoreOption }) {
  const [painted, setPainted] = useState(false);
  return (
    <div className="size-full" data-painted={painted}>
      <ReactEChartsCore
        echarts={echarts}
        option={option}
        notMerge
        style={{ height: '100%', width: '100%' }}
        // Without animation the first frame is drawn by then, and its `finished` event already past.
        onChartReady={() => setPainted(true)}
      />
    </div>
  );
}
