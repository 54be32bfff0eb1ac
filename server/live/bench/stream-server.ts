// A server of streams as a process, told over IPC: what it costs to write the same bytes through the hub's streams, and bare.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { RowScope } from '#lib/scope.ts';
import { LiveHub } from '../live-hub.ts';
import { liveResponse } from '../live-response.ts';

export interface Cost {
  /** Processor time since the start, microseconds. */
  readonly cpu: number;
  /** Resident bytes after a collection. */
  readonly rss: number;
  readonly readers: number;
}

const [mode = 'bare', url = '', scopeText = '', frameBytes = '0'] = process.argv.slice(2);
const scope: RowScope = JSON.parse(scopeText);
const readers = new Set<ServerResponse>();
const hub = mode === 'hub' ? new LiveHub({ url, now: Date.now, heartbeatMs: 60_000 }) : null;
const frame = Buffer.alloc(Number(frameBytes), 'x');

async function pass(body: ReadableStream<Uint8Array> | null, response: ServerResponse): Promise<void> {
  const reader = body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (!read || read.done) return;
    if (!response.write(read.value)) await once(response, 'drain').catch(() => {}); // The reader has gone.
  }
}

const http = createServer((_, response) => {
  readers.add(response);
  response.once('close', () => readers.delete(response));
  if (!hub) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': open\n\n');
    return;
  }
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answer = liveResponse(hub, { scope, signal: gone.signal, expiresAt: Date.now() + 600_000 });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  void pass(answer.body, response);
});
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as { port: number }).port }));

process.on('message', (word) => {
  if (word === 'tick') for (const response of readers) response.write(frame);
  if (word === 'cost') {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const cost: Cost = { cpu: user + system, rss: process.memoryUsage().rss, readers: readers.size };
    process.send?.(cost);
  }
});
