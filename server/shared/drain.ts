import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { remember } from './remember.ts';

/** What is asked of the sources is answered or given up well within this time. */
const GRACE_MS = 8_000;

/**
 * From now on a process that is told to go is gone within ten seconds. The server itself takes no new connections and waits
 * for the old ones, also for those that a browser opened ahead and never used: those would hold it for a minute.
 */
export function drainOnGoodbye(): void {
  remember('drain', () => {
    const servers = new Set<Server>();
    subscribe('http.server.request.start', (message) => {
      servers.add((message as { server: Server }).server);
    });
    process.once('SIGTERM', () => {
      setTimeout(() => {
        for (const server of servers) server.closeAllConnections();
      }, GRACE_MS).unref();
    });
    return true;
  });
}
