import type { ECharts } from 'echarts/core';

interface SaveChartProps {
  /** Null until it is drawn. */
  readonly chart: ECharts | null;
  readonly name: string;
  readonly background: string | undefined;
}

/** Saves a chart as it stands: as pixels for a message, as lines for a slide. */
export function SaveChart({ chart, name, background }: SaveChartProps) {
  const style =
    'rounded-md px-1.5 py-1 hover:bg-surface-sunken hover:text-ink disabled:opacity-50 pointer-coarse:py-3';
  return (
    <div className="flex justify-end text-sm text-ink-muted print:hidden">
      <button
        type="button"
        disabled={!chart}
        aria-label={`Save ${name} as PNG`}
        className={style}
        onClick={() => {
          if (chart)
            save(
              chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: background ?? '#fff' }),
              name,
              'png',
            );
        }}
      >
        PNG
      </button>
      <button
        type="button"
        disabled={!chart}
        aria-label={`Save ${name} as SVG`}
        className={style}
        onClick={async () => {
          if (!chart) return;
          const { drawSvg } = await import('./draw-svg.ts');
          const file = new Blob([drawSvg(chart, background)], { type: 'image/svg+xml' });
          const address = URL.createObjectURL(file);
          save(address, name, 'svg');
          URL.revokeObjectURL(address);
        }}
      >
        SVG
      </button>
    </div>
  );
}

function save(address: string, name: string, ending: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${ending}`;
  link.click();
}
