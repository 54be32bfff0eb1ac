import { Redis } from 'ioredis';
import type { Part } from './part.ts';
import { type StackSettings, stackEnvironment } from './settings.ts';

/** The processes of the stack, in the order they start; they end in the opposite order. */
export function stackParts(settings: StackSettings): readonly Part[] {
  const { folder, ports } = settings;
  const env = stackEnvironment(settings);
  const own = (name: string, main: string, event: string, ...args: string[]): Part => ({
    name,
    command: ['node', '--conditions=react-server', main, ...args],
    env,
    isReady: (output) => output.includes(`"event":"${event}"`),
  });
  return [
    {
      name: 'redis',
      command: [
        'redis-server',
        '--port',
        String(ports.redis),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--appendonly',
        'yes',
      ],
      env: {},
      isReady: () => answersPing(`redis://127.0.0.1:${ports.redis}`),
    },
    own('identity', 'server/local/identity/main.ts', 'identity.listening'),
    own('sql', 'server/local/tds/main.ts', 'tds.listening'),
    own('hotpath', 'server/hotpath/main.ts', 'hotpath.ready'),
    own('watch', 'server/watch/main.ts', 'watch.watching'),
    own('close-day', 'server/lakehouse/close-day/main.ts', 'close-day.watching', '--watch'),
    own('shop-floor', 'server/local/shop-floor/main.ts', 'shop-floor.playing'),
    {
      name: 'app',
      command: [
        'node',
        'node_modules/next/dist/bin/next',
        'start',
        '--port',
        String(ports.app),
        '--hostname',
        '127.0.0.1',
      ],
      env: { ...env, NODE_ENV: 'production' },
      isReady: () => answersOk(`http://127.0.0.1:${ports.app}/api/health`),
    },
  ];
}

async function answersPing(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => {}); // Refused until it listens; the caller asks again.
  const answer = await redis.ping().catch(() => '');
  redis.disconnect();
  return answer === 'PONG';
}

async function answersOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  return response?.ok ?? false;
}
