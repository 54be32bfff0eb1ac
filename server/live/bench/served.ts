import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cost, Mode } from './stream-server.ts';

/** A server of streams and the readers that hang on it. */
export interface Served {
  readonly port: number;
  readonly sockets: readonly Socket[];
  /** Bytes that readers were sent since this was last asked. */
  takeBytes(): number;
  /** What the server has cost so far; `collect` lets go of garbage first. */
  cost(word?: 'cost' | 'collect'): Promise<Cost>;
  /** Writes that many bytes to every reader; for the bare server. */
  write(bytes: number): void;
  kilobytesPerReader: number;
  end(): Promise<void>;
}

/** Starts a server of streams as a process of its own and hangs so many readers on it. */
export async function serve(mode: Mode, url: string, scope: string, readers: number): Promise<Served> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'stream-server.ts'), [mode, url, scope], {
    execArgv: ['--conditions=react-server', '--expose-gc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const cost = async (word: 'cost' | 'collect' = 'cost') => {
    child.send(word);
    const [answer] = (await once(child, 'message')) as [Cost];
    return answer;
  };
  await sleep(500);
  const empty = await cost('collect');
  let bytes = 0;
  const sockets = await hangOn(port, readers, (chunk) => {
    bytes += chunk;
  });
  await sleep(1_500);
  const full = await cost('collect');
  return {
    port,
    sockets,
    cost,
    takeBytes: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    write: (size) => child.send({ bytes: size }),
    kilobytesPerReader: (full.rss - empty.rss) / readers / 1_024,
    end: async () => {
      for (const socket of sockets) socket.destroy();
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** So many readers on the stream of a server. @param onBytes told how much came to any of them */
export async function hangOn(
  port: number,
  readers: number,
  onBytes: (count: number) => void = () => {},
): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let reader = 0; reader < readers; reader += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (chunk) => onBytes(chunk.length)).on('error', () => {}); // Cut off when it leaves.
    await once(socket, 'connect');
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    sockets.push(socket);
  }
  return sockets;
}
