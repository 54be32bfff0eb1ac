import { useSyncExternalStore } from 'react';

/** The page's colours as a chart needs them: resolved, for the theme that is on. */
export interface ChartPalette {
  /** A canvas inherits no font. */
  readonly fontFamily: string;
  readonly ink: string;
  readonly inkMuted: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly surface: string;
  readonly accent: string;
  readonly good: string;
  readonly bad: string;
}

const VARIABLES = {
  ink: '--rp-ink',
  inkMuted: '--rp-ink-muted',
  line: '--rp-line',
  lineStrong: '--rp-line-strong',
  surface: '--rp-surface',
  accent: '--rp-accent',
  good: '--rp-good',
  bad: '--rp-bad',
} as const satisfies Record<keyof Omit<ChartPalette, 'fontFamily'>, string>;

const darkTheme = () => window.matchMedia('(prefers-color-scheme: dark)');
/** The page around a frame may have set a theme on the root; it comes before what the system prefers. */
const isDark = () => {
  const { colorScheme } = document.documentElement.style;
  return colorScheme === '' ? darkTheme().matches : colorScheme === 'dark';
};
let resolved: { dark: boolean; palette: ChartPalette } | undefined;

function readPalette(): ChartPalette {
  const dark = isDark();
  if (resolved?.dark !== dark) resolved = { dark, palette: resolvePalette() };
  return resolved.palette;
}

/** `light-dark()` is only resolved on a real property, so a probe element wears each colour in turn. */
function resolvePalette(): ChartPalette {
  const probe = document.body.appendChild(document.createElement('i'));
  const read = (variable: string) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const entries = Object.entries(VARIABLES).map(([name, variable]) => [name, read(variable)]);
  probe.remove();
  // In single quotes: a chart that is saved as a drawing writes it into an attribute, as it is.
  const fontFamily = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  return { fontFamily, ...Object.fromEntries(entries) } as ChartPalette;
}

function subscribe(changed: () => void): () => void {
  const query = darkTheme();
  const root = new MutationObserver(changed);
  query.addEventListener('change', changed);
  root.observe(document.documentElement, { attributeFilter: ['style'] });
  return () => {
    query.removeEventListener('change', changed);
    root.disconnect();
  };
}

/** Null on the server and on the first client render, where no colour can be known yet. */
export function useChartPalette(): ChartPalette | null {
  return useSyncExternalStore(subscribe, readPalette, () => null);
}
