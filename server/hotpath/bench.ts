// node --conditions=react-server server/hotpath/bench.ts: what one event costs the hot path, against the bare Lua call.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PARTITIONS, partitionOf } from '#lib/partition.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { POS_FIELD, posStream } from '#server/shared/redis-keys.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';
import { applyEventArguments, defineApplyEvent } from './apply-event.ts';
import { makeHistory, seededRandom } from './history/make-history.ts';
import { readCounts } from './history/read-state.ts';
import { createProcessor } from './processor.ts';
import { readEvent } from './read-event.ts';

const EVENTS = 40_000;
const BATCH = 200;
const folder = mkdtempSync(join(tmpdir(), 'hotpath-bench-'));
const server = await startRedisServer({ folder, port: await freePort() });
const redis = connectRedis(server.url, { name: 'bench' });
defineApplyEvent(redis);
const texts = makeHistory(EVENTS, seededRandom(1)).events.map((event) => ({
  partition: partitionOf(event.storeId),
  text: JSON.stringify(event),
}));
const calls = texts.map(({ partition, text }) => applyEventArguments(partition, '1-1', readEvent(text), 0));

/** Wall time of some work, microseconds an event. */
async function cost(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return ((performance.now() - startedAt) * 1_000) / EVENTS;
}

/** The script alone, with arguments made beforehand, as many at once as there are partitions. */
async function callBare(): Promise<void> {
  const lanes = Array.from({ length: PARTITIONS }, (_, lane) =>
    calls.filter((_call, at) => at % PARTITIONS === lane),
  );
  await Promise.all(
    lanes.map(async (lane) => {
      for (let from = 0; from < lane.length; from += BATCH) {
        const pipeline = redis.pipeline();
        for (const call of lane.slice(from, from + BATCH)) pipeline.applyEvent(...call);
        await pipeline.exec();
      }
    }),
  );
}

/** The whole way: read from the stream, checked, counted, acknowledged. */
async function processAll(): Promise<void> {
  const processor = createProcessor({
    url: server.url,
    consumer: 'bench',
    now: Date.now,
    random: Math.random,
  });
  const done = processor.run();
  while ((await readCounts(redis)).applied < EVENTS) await sleep(10);
  processor.stop();
  await done;
}

try {
  const bare = await cost(callBare);
  await redis.flushall();
  for (let from = 0; from < EVENTS; from += BATCH) {
    const pipeline = redis.pipeline();
    for (const { partition, text } of texts.slice(from, from + BATCH))
      pipeline.xadd(posStream(partition), '*', POS_FIELD, text);
    await pipeline.exec();
  }
  const whole = await cost(processAll);
  const figures = { events: EVENTS, bareMicros: bare, processMicros: whole, ratio: whole / bare };
  console.log(
    JSON.stringify(figures, (_, value) =>
      typeof value === 'number' ? Math.round(value * 100) / 100 : value,
    ),
  );
  process.exitCode = figures.ratio <= 2 ? 0 : 1;
} finally {
  redis.disconnect();
  await server.stop();
  rmSync(folder, { recursive: true });
}
