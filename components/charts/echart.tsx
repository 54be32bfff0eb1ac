'use client';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { usePrinting } from '#components/table/printing.ts';
import { type ChartPalette, useChartPalette } from './chart-palette.ts';
import { SaveChart } from './save-chart.tsx';

/** ECharts is by far the largest thing a page loads: it comes only when a chart is about to be seen. */
const EChartCanvas = lazy(() => import('./echart-canvas.tsx'));

interface EChartProps {
  /** Pure: the same palette gives the same chart. */
  readonly option: (palette: ChartPalette) => EChartsCoreOption;
  /** What the chart shows, in a sentence, for those who do not see it. */
  readonly summary: string;
  /** Gives the height; the width is the container's. */
  readonly className: string;
  /** Height in pixels where rows decide it. */
  readonly height?: number;
  /** What a saved picture of it is called; without it the words before the first colon or “over” of the summary. */
  readonly name?: string;
  /** Somebody clicked the point at this position. What it does must be reachable by keyboard elsewhere. */
  readonly onPick?: (position: number) => void;
}

export function EChart({ option, summary, className, height, name, onPick }: EChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const [chart, setChart] = useState<ECharts | null>(null);
  const palette = useChartPalette();
  // What was never scrolled to must stand on the paper too.
  const isNeeded = usePrinting() || seen;

  useEffect(() => {
    if (!frame.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        setSeen(true);
        observer.disconnect();
      },
      { rootMargin: '200px' },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  return (
    <>
      {/* Until it has followed a narrower frame, a drawing must not widen the page. */}
      <div
        ref={frame}
        role="img"
        aria-label={summary}
        className={`overflow-hidden ${className}`}
        style={height === undefined ? undefined : { height }}
      >
        {isNeeded && palette ? (
          <Suspense fallback={null}>
            <EChartCanvas option={option(palette)} onReady={setChart} onPick={onPick} />
          </Suspense>
        ) : null}
      </div>
      <SaveChart chart={chart} name={name ?? nameOf(summary)} background={palette?.surface} />
    </>
  );
}

function nameOf(summary: string): string {
  return summary.split(/:| over |\. /, 1)[0] ?? 'Chart';
}
