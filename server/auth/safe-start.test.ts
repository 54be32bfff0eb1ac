import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unsafeSettings } from './safe-start.ts';

const safe = {
  APP_ORIGIN: 'https://pulse.example.com',
  EMBED_ORIGINS: ['https://intranet.example.com'],
  SESSION_SECRET: 'q1V7x0Yt3mJr9ZkLw5HcB8uNfPa2DgEs',
  CUSTOMER_HASH_KEY: 'w4K9bTz2RfYq7LmXs5VdNc8JhGp3UeAo',
  SQL_ENCRYPT: 'on' as const,
  REDIS_URL: 'rediss://:key@pulse.northeurope.redis.azure.net:10000',
  ENTRA_AUTHORITY: 'https://login.microsoftonline.com/tenant',
  ENTRA_DISCOVERY_URL: undefined,
  ENTRA_API_CLIENT_SECRET: 'a8Q~abc',
};
const production = { NODE_ENV: 'production' };

describe('unsafeSettings', () => {
  test('finds nothing in settings as they should be', () => {
    assert.deepEqual(unsafeSettings(safe, production), []);
  });

  const unsafe: [keyof typeof safe, unknown][] = [
    ['APP_ORIGIN', 'http://pulse.example.com'],
    ['SESSION_SECRET', 'short'],
    ['SESSION_SECRET', 'a'.repeat(40)],
    ['SESSION_SECRET', 'please-change-me-please-change-me-1234'],
    ['CUSTOMER_HASH_KEY', 'k'.repeat(40)],
    ['ENTRA_AUTHORITY', 'https://localhost:9400/tenant'],
    ['ENTRA_AUTHORITY', 'http://login.example.com/tenant'],
    ['ENTRA_DISCOVERY_URL', 'http://localhost:9400/tenant/v2.0/.well-known/openid-configuration'],
    ['ENTRA_API_CLIENT_SECRET', '<secret>'],
    ['SQL_ENCRYPT', 'off'],
    ['REDIS_URL', 'redis://pulse.example.com:6379'],
    ['EMBED_ORIGINS', ['*']],
    ['EMBED_ORIGINS', ['http://intranet.example.com']],
    ['EMBED_ORIGINS', ['https://intranet.example.com/page']],
  ];
  for (const [name, value] of unsafe)
    test(`names ${name} where it is ${JSON.stringify(value)}`, () => {
      const problems = unsafeSettings({ ...safe, [name]: value }, production);
      assert.equal(problems.length, 1);
      assert.ok(problems[0]?.startsWith(name));
    });

  for (const [name, value] of [
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
    ['NODE_OPTIONS', '--inspect=0.0.0.0:9229'],
    ['NODE_ENV', 'development'],
  ] as const)
    test(`names ${name}=${value}`, () => {
      assert.match(unsafeSettings(safe, { ...production, [name]: value }).join(), new RegExp(`^${name}`));
    });

  test('asks nothing of one’s own machine, and takes no look-alike for it', () => {
    const local = { ...safe, APP_ORIGIN: 'http://localhost:3000', SQL_ENCRYPT: 'off' as const };
    assert.deepEqual(unsafeSettings(local, {}), []);
    for (const APP_ORIGIN of ['http://localhost.evil.com', 'http://127.0.0.1.evil.com'])
      assert.notDeepEqual(unsafeSettings({ ...local, APP_ORIGIN }, production), []);
  });
});
