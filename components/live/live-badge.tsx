import { formatTimeOfDay } from '#lib/figures.ts';
import type { LiveConnection, LivePhase } from '#lib/live-connection.ts';

const WORDS: Record<LivePhase, string> = {
  connecting: 'Connecting…',
  live: 'Live',
  polling: 'Updated every 10 s',
  reconnecting: 'Reconnecting…',
  offline: 'Offline',
  waiting: 'The trading day is not open yet',
};
const TONES: Record<LivePhase, string> = {
  connecting: 'text-ink-muted',
  live: 'text-good',
  polling: 'text-warn',
  reconnecting: 'text-warn',
  offline: 'text-bad',
  waiting: 'text-ink-muted',
};

/** The state of the connection in words. @param timeZone of the stores; unknown before the first figure */
export function livePhaseText({ phase, since }: LiveConnection, timeZone: string | undefined): string {
  if (phase !== 'offline' || since === null || timeZone === undefined) return WORDS[phase];
  return `${WORDS.offline} since ${formatTimeOfDay(new Date(since), timeZone)}`;
}

export function LiveBadge({ phase, text }: { phase: LivePhase; text: string }) {
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-medium ${TONES[phase]}`}>
      <span aria-hidden="true" className={`size-2 rounded-full bg-current`} />
      {text}
    </span>
  );
}
