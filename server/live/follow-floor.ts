// node server/live/follow-floor.ts <redis url> <scope in JSON>: a hub and one reader of its stream as a process, for the
// history checker. The hub is started again every two seconds and the reader comes back with its Last-Event-ID; on
// SIGTERM it says what it saw.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterNews, type LiveSales } from '#lib/live-sales.ts';
import type { RowScope } from '#lib/scope.ts';
import { LiveHub } from './live-hub.ts';

const HUB_LASTS_MS = 2_000;
const [url = '', scopeText = ''] = process.argv.slice(2);
const scope: RowScope = JSON.parse(scopeText);
const seen = { messages: 0, resets: 0, resumes: 0, backwards: 0 };
const ending = new AbortController();
let known: LiveSales | null = null;
let lastEventId: string | null = null;

/** Transactions of a store only ever grow: fewer than before means an older state was told as news. */
function take(event: string, news: LiveSales): void {
  const before = new Map(
    known?.businessDate === news.businessDate ? known.stores.map((it) => [it.storeId, it]) : [],
  );
  for (const { storeId, transactions } of news.stores)
    if (transactions < (before.get(storeId)?.transactions ?? 0)) seen.backwards += 1;
  known = event === 'reset' ? news : afterNews(known, news);
  seen.messages += 1;
  if (event === 'reset') seen.resets += 1;
}

async function readUntil(hub: LiveHub, signal: AbortSignal): Promise<void> {
  if (lastEventId) seen.resumes += 1;
  const stream = hub.listen(scope, { signal, until: Number.POSITIVE_INFINITY, lastEventId });
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (.*)$/m.exec(block)?.[1];
      if (!id) continue;
      lastEventId = id;
      take(/^event: (.*)$/m.exec(block)?.[1] ?? '', JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}'));
    }
  }
}

process.once('SIGTERM', () => ending.abort());
while (!ending.signal.aborted) {
  const hub = new LiveHub({ url, now: Date.now });
  const turn = new AbortController();
  const reading = readUntil(hub, turn.signal);
  await sleep(HUB_LASTS_MS, undefined, { signal: ending.signal }).catch(() => {}); // Told to go: at once.
  turn.abort();
  await reading;
  hub.close();
}
process.stdout.write(`${JSON.stringify({ ...seen, sales: known })}\n`);
process.exit(0);
