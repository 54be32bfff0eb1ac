import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, isToldToWait, send } from './routes.ts';

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

interface Looker {
  readonly origin: string;
  readonly path: string;
  /** Sessions of people who look in turn, so that nobody asks faster than a person does. */
  readonly cookies: readonly string[];
}

const EVERY_MS = 150;

/**
 * Looks at a page again and again, whether or not the last answer has come: a server that stands still is not asked
 * less. Milliseconds of each answer, of at least so many, and on until the promise has settled.
 */
export async function lookWhile(
  { origin, path, cookies }: Looker,
  least: number,
  until: Promise<unknown> = Promise.resolve(),
): Promise<{ readonly ms: number[]; readonly statuses: number[] }> {
  let over = false;
  void until.finally(() => {
    over = true;
  });
  const looks: Promise<readonly [number, number]>[] = [];
  while (looks.length < least || !over) {
    const cookie = cookies[looks.length % cookies.length] ?? '';
    const since = performance.now();
    looks.push(
      send(origin, path, { headers: { cookie } }).then(
        ({ status }) => [performance.now() - since, status] as const,
      ),
    );
    await sleep(EVERY_MS);
  }
  const found = await Promise.all(looks);
  return { ms: found.map(([ms]) => ms), statuses: found.map(([, status]) => status) };
}

export interface Flood {
  readonly origin: string;
  readonly path: string;
  readonly cookie: string;
  readonly count: number;
}

export type Flooded = Pick<Answer, 'status' | 'headers'>;

/** Asks for a page so many times at once, each on a connection of its own; who is sent elsewhere goes there. */
export async function ask({ origin, path, cookie, count }: Flood): Promise<Flooded[]> {
  const headers = { cookie };
  const askOnce = async () => {
    const answer = await send(origin, path, { headers });
    const elsewhere = isToldToWait(answer) && answer.headers.location;
    const { status, headers: told } = elsewhere ? await send(origin, elsewhere, { headers }) : answer;
    return { status, headers: told };
  };
  return Promise.all(Array.from({ length: count }, askOnce));
}

/** The same from a process of its own: who measures must not be the one who is busy asking. */
export async function flood(asked: Flood): Promise<Flooded[]> {
  const asking = spawn(process.execPath, ['e2e/authority/flood-run.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  asking.stdin.end(JSON.stringify(asked));
  return JSON.parse(await text(asking.stdout)) as Flooded[];
}

/** A server in a process of its own that tells everybody to wait. */
export async function openRefusing(): Promise<{ readonly origin: string; close(): void }> {
  const program = `require('node:http').createServer((_, answer) => answer.writeHead(429, { 'retry-after': '2' }).end('wait'))
    .listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, function () { process.stdout.write(String(this.address().port)); })`;
  const server = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  return { origin: `http://127.0.0.1:${String(port).trim()}`, close: () => void server.kill() };
}

/** Connections that began a request and never end it, though they have something to add every few seconds. */
export async function openSlowly(origin: string, count: number): Promise<Socket[]> {
  const { hostname, port } = new URL(origin);
  return Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Socket>((opened, failed) => {
          const socket = connect(Number(port), hostname, () => {
            socket.write('GET /sales HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
            const adding = setInterval(() => socket.write('x'), 5_000);
            socket.once('close', () => clearInterval(adding));
            opened(socket);
          });
          // The server tells them that they are too slow; that they heard it is of no interest.
          socket.resume();
          socket.on('error', failed);
        }),
    ),
  );
}
