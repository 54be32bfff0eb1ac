import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { type EChartsCoreOption, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import ReactEChartsCore from 'echarts-for-react/lib/core';
import { useMemo, useState } from 'react';

register([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** Owns init, resize and dispose, through echarts-for-react; marks itself painted when the last frame is drawn. */
export default function EChartCanvas({ option }: { option: EChartsCoreOption }) {
  const [painted, setPainted] = useState(false);
  // The same object every time: a new one would make echarts-for-react dispose the chart and draw it again.
  const events = useMemo(() => ({ finished: () => setPainted(true) }), []);
  return (
    <div className="size-full" data-painted={painted}>
      <ReactEChartsCore
        echarts={echarts}
        option={option}
        notMerge
        style={{ height: '100%', width: '100%' }}
        onEvents={events}
      />
    </div>
  );
}
