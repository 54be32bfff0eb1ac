import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, connect as dial, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHAIN, environmentOf } from './stacks.ts';

/** One more process of the app, beside that of the stack and with the same sources behind it. */
export interface Instance {
  readonly port: number;
  readonly child: ChildProcess;
  /** Settles with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** @param folder checkout, or a copy of a build, to serve */
export async function startInstance(port: number, folder = '.'): Promise<Instance> {
  const main = 'server/local/stack/instance.ts';
  const child = spawn(process.execPath, ['--conditions=react-server', main, `${port}`, folder], {
    env: { ...process.env, ...environmentOf(CHAIN) },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit').then(([code, signal]) => (signal ?? code) as number | string);
  const isUp = async () => (await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null))?.ok;
  for (const deadline = Date.now() + 30_000; !(await isUp()); await sleep(100))
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('an instance did not start');
  return { port, child, ended };
}

/** A copy of the build under another name, as the next release of the same program would be. */
export function nextRelease(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  const skipped = new Set(['cache', 'trace', 'diagnostics', 'turbopack']);
  for (const name of readdirSync('.next').filter((it) => !skipped.has(it)))
    cpSync(join('.next', name), join(folder, '.next', name), { recursive: true });
  for (const name of ['package.json', 'next.config.mjs']) cpSync(name, join(folder, name));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const id = readFileSync('.next/BUILD_ID', 'utf8');
  const next = [...id].reverse().join('');
  const files = [
    'BUILD_ID',
    'build-manifest.json',
    'fallback-build-manifest.json',
    'server/middleware-build-manifest.js',
  ];
  for (const file of files) {
    const path = join(folder, '.next', file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(id, next));
  }
  renameSync(join(folder, '.next/static', id), join(folder, '.next/static', next));
  return folder;
}

/** One address for several instances, as a load balancer of connections: to the first in the list that answers. */
export async function balance(port: number, targets: () => readonly Instance[]): Promise<Server> {
  const server = createServer((client) => {
    const next = (left: readonly Instance[]): void => {
      const [first, ...others] = left;
      if (!first) return void client.destroy();
      const upstream = dial(first.port, '127.0.0.1');
      upstream.once('connect', () => {
        client.pipe(upstream).pipe(client);
        for (const [one, other] of [
          [client, upstream],
          [upstream, client],
        ] as const)
          one.on('close', () => other.destroy());
      });
      upstream.on('error', () => {
        if (upstream.connecting || !upstream.remoteAddress) next(others);
        else client.destroy();
      });
      client.on('error', () => upstream.destroy());
    };
    next(targets());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
