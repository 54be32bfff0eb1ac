/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // tedious and ioredis open sockets and read their own files: they stay outside the bundle.
  serverExternalPackages: ['tedious', 'ioredis', '@azure/msal-node', 'bentocache', 'rate-limiter-flexible'],
  // No body that is asked for is larger (app/api/read-body.ts); of a larger one no more is kept than shows that it is.
  experimental: { proxyClientMaxBodySize: '256kb' },
  // Headers that depend on the environment are set per request in proxy.ts; headers() here would be frozen at build.
  // Types are checked once, by npm test, over the whole checkout; a build does not check them again.
  typescript: { ignoreBuildErrors: true },
};
