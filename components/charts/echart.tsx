'use client';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type ChartPalette, useChartPalette } from './chart-palette.ts';

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
}

export function EChart({ option, summary, className, height }: EChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const palette = useChartPalette();

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
    <div
      ref={frame}
      role="img"
      aria-label={summary}
      className={`overflow-hidden ${className}`}
      style={height === undefined ? undefined : { height }}
    >
      {seen && palette ? (
        <Suspense fallback={null}>
          <EChartCanvas option={option(palette)} />
        </Suspense>
      ) : null}
    </div>
  );
}
