import 'server-only';
import type { LiveSales, LiveUnavailable } from '#lib/live-sales.ts';
import type { RowScope } from '#lib/scope.ts';
import { env } from '#server/shared/env.ts';
import { remember } from '#server/shared/remember.ts';
import { LiveHub } from './live-hub.ts';

const DEADLINE_MS = 300;

/** The hub of this process. It says goodbye to its readers on SIGTERM, or they would hold the server open. */
export function liveHub(): LiveHub {
  return remember('live.hub', () => {
    const hub = new LiveHub({ url: env().REDIS_URL, now: Date.now });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => hub.close());
    return hub;
  });
}

/** Sales so far today over a scope, for the first paint: from memory, or within 0.3 s an account of why not. */
export async function getLiveSales(scope: RowScope): Promise<LiveSales | LiveUnavailable> {
  const hub = liveHub();
  await hub.known(DEADLINE_MS);
  return hub.sales(scope);
}
