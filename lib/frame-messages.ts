import { isBusinessDate } from './business-date.ts';
import { isLocale, LOCALES, type Locale } from './locale.ts';
import { PERIOD_PRESETS } from './period.ts';

/** What the page around a frame may ask of it; each message names itself in `retailPulse`. */
export type HostMessage =
  | { readonly retailPulse: 'period'; readonly period: string }
  | { readonly retailPulse: 'period'; readonly from: string; readonly to: string }
  | { readonly retailPulse: 'theme'; readonly theme: Theme }
  | { readonly retailPulse: 'locale'; readonly locale: Locale };

/** What the frame tells the page around it. Heights are CSS pixels. */
export type FrameMessage =
  | { readonly retailPulse: 'height'; readonly height: number }
  | { readonly retailPulse: 'signed-in'; readonly signedIn: boolean }
  | { readonly retailPulse: 'refused'; readonly asked: string; readonly reason: string };

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

export type ReadMessage =
  | { readonly kind: 'understood'; readonly message: HostMessage }
  | { readonly kind: 'refused'; readonly asked: string; readonly reason: string }
  /** Somebody else's message: hosts talk to more than one frame. */
  | { readonly kind: 'foreign' };

/** Reads what arrived from the page around; its origin must have been checked before. */
export function readHostMessage(data: unknown): ReadMessage {
  if (typeof data !== 'object' || data === null) return { kind: 'foreign' };
  const said = data as Readonly<Record<string, unknown>>;
  const asked = said['retailPulse'];
  if (typeof asked !== 'string') return { kind: 'foreign' };
  const refused = (reason: string): ReadMessage => ({ kind: 'refused', asked, reason });
  const understood = (message: HostMessage): ReadMessage => ({ kind: 'understood', message });
  const { period, from, to, theme, locale } = said;
  switch (asked) {
    case 'period':
      if (typeof period === 'string' && Object.hasOwn(PERIOD_PRESETS, period))
        return understood({ retailPulse: asked, period });
      if (isDay(from) && isDay(to) && from <= to) return understood({ retailPulse: asked, from, to });
      return refused(`a period is one of ${Object.keys(PERIOD_PRESETS).join(', ')}, or from and to`);
    case 'theme': {
      const known = THEMES.find((one) => one === theme);
      return known
        ? understood({ retailPulse: asked, theme: known })
        : refused(`one of ${THEMES.join(', ')}`);
    }
    case 'locale':
      return isLocale(locale)
        ? understood({ retailPulse: asked, locale })
        : refused(`one of ${LOCALES.join(', ')}`);
    default:
      return refused('no such message');
  }
}

function isDay(text: unknown): text is string {
  return typeof text === 'string' && isBusinessDate(text);
}
