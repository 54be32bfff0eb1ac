import { type ECharts, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([SVGRenderer]);

/** The same chart in lines, at the size it has on the screen. */
export function drawSvg(chart: ECharts, background: string | undefined): string {
  const size = { width: chart.getWidth(), height: chart.getHeight() };
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...size });
  drawing.setOption({ ...chart.getOption(), backgroundColor: background ?? '#fff', animation: false });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
}
