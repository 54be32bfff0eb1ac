// A server of streams as a process, told over IPC: what it costs to write the same bytes through the hub's streams, in
// an empty stream, and bare. Streams reach the socket by Next's own way, as those of a route handler do.
import { createServer, type ServerResponse } from 'node:http';
import { pipeToNodeResponse } from 'next/dist/server/pipe-readable.js';
import type { RowScope } from '#lib/scope.ts';
import { LiveHub } from '../live-hub.ts';
import { liveResponse } from '../live-response.ts';
import { keepRawResponses, rawResponse } from '../raw-response.ts';

/** Another route of the same server: what a stream must not slow. */
export const PLAIN = '/plain';
export type Mode = 'hub' | 'empty' | 'bare';
export interface Cost {
  /** Processor time since the start, microseconds. */
  readonly cpu: number;
  readonly rss: number;
  readonly readers: number;
}

const [mode = 'bare', url = '', scopeText = ''] = process.argv.slice(2);
const scope: RowScope = JSON.parse(scopeText);
const readers = new Set<ServerResponse>();
const hub = mode === 'hub' ? new LiveHub({ url, now: Date.now, heartbeatMs: 60_000 }) : null;
const opening = Buffer.from(': open\n\n');

/** What a route handler would answer; null where the bytes are written bare. */
function answerOf(signal: AbortSignal, lastEventId: string): Response | null {
  if (mode === 'bare') return null;
  if (hub) {
    const expiresAt = Date.now() + 600_000;
    return liveResponse(hub, { scope, signal, expiresAt, lastEventId, response: rawResponse() });
  }
  const empty = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(opening) });
  return new Response(empty, { headers: { 'Content-Type': 'text/event-stream' } });
}

if (hub) keepRawResponses('/');
const http = createServer((request, response) => {
  if (request.url === PLAIN) return void response.end('plain');
  readers.add(response);
  response.once('close', () => readers.delete(response));
  const gone = new AbortController();
  if (mode !== 'bare') response.once('close', () => gone.abort());
  const answer = answerOf(gone.signal, String(request.headers['last-event-id'] ?? ''));
  for (const [name, value] of answer?.headers ?? [['Content-Type', 'text/event-stream']])
    response.setHeader(name, value);
  if (answer?.body)
    void pipeToNodeResponse(answer.body, response).catch(() => {}); // The reader has gone.
  else response.write(opening);
});
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as { port: number }).port }));

process.on('message', (word) => {
  if (typeof word === 'object') {
    const { bytes } = word as { bytes: number };
    const frame = Buffer.alloc(bytes, 'x');
    for (const response of readers) response.write(frame);
    return;
  }
  if (word === 'collect') globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const cost: Cost = { cpu: user + system, rss: process.memoryUsage().rss, readers: readers.size };
  process.send?.(cost);
});
process.on('disconnect', () => process.exit(0));
