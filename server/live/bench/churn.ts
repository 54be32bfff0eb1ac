// node --conditions=react-server server/live/bench/churn.ts: 10,000 readers come and go, by the hundred, and again; the
// memory of the server with the same hundred on it must stop growing once its heap has found its size, which takes a few
// turns. A leak grows by the same in every turn. CYCLES changes that.
import { setTimeout as sleep } from 'node:timers/promises';
import { openTrialFloor, sell, startAfresh } from '../trial-floor.ts';
import { hangOn, serve } from './served.ts';

const CYCLES = Number(process.env['CYCLES'] ?? 10_000);
const AT_ONCE = 100;
const MOST_GROWTH = 1.02;
const MOST_TURNS = 5;
const SCOPE = '{"kind":"all"}';
const floor = await openTrialFloor(() => JSON.parse(SCOPE));

try {
  await startAfresh(floor);
  for (let store = 0; store < 20; store += 1) await sell(floor.redis, `S-${store}`, 100n);
  const served = await serve('hub', floor.redisServer.url, SCOPE, 0);
  const until = async (readers: number) => {
    for (let waited = 0; waited < 20_000; waited += 20) {
      if ((await served.cost()).readers === readers) return;
      await sleep(20);
    }
    throw new Error(`there were never ${readers} readers`);
  };
  /** Hangs a hundred on and lets go of them again; answers with what the server held meanwhile. */
  const fill = async (word: 'cost' | 'collect') => {
    const sockets = await hangOn(served.port, AT_ONCE);
    await until(AT_ONCE);
    const { rss } = await served.cost(word);
    for (const socket of sockets) socket.destroy();
    await until(0);
    return rss;
  };
  const comeAndGo = async (times: number) => {
    for (let at = 0; at < times; at += AT_ONCE) await fill('cost');
  };
  const turns: number[] = [];
  let held = await fill('collect');
  do {
    await comeAndGo(CYCLES);
    const now = await fill('collect');
    turns.push(Math.round((now / held) * 1_000) / 1_000);
    held = now;
  } while (turns.length < MOST_TURNS && (turns.at(-1) ?? 0) > MOST_GROWTH);
  console.log(JSON.stringify({ cycles: CYCLES, growthByTurn: turns }));
  process.exitCode = (turns.at(-1) ?? 0) <= MOST_GROWTH ? 0 : 1;
  await served.end();
} finally {
  await floor.close();
}
