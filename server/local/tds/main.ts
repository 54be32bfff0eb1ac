import { readFileSync } from 'node:fs';
import { createRemoteJWKSet } from 'jose';
import { lakeRootOf } from '#server/lakehouse/lake-folders.ts';
import { translateTsql } from '#server/lakehouse/tsql/translate-tsql.ts';
import { log } from '#server/shared/log.ts';
import type { Trust } from './authenticate.ts';
import { startTdsEndpoint } from './start-tds-endpoint.ts';

const environment = process.env;

function trustFrom(): Trust {
  const {
    TDS_SQL_LOGIN: login,
    TDS_SQL_PASSWORD: password,
    TDS_TOKEN_ISSUER: issuer,
    TDS_TOKEN_JWKS_URL: keysUrl,
    TDS_TOKEN_AUDIENCES: audiences = 'https://database.windows.net/,https://database.windows.net',
  } = environment;
  return {
    sqlLogin: login && password ? { login, password } : undefined,
    tokens:
      issuer && keysUrl
        ? { issuer, audiences: audiences.split(','), keys: createRemoteJWKSet(new URL(keysUrl)) }
        : undefined,
  };
}

function certificateFrom() {
  const { TDS_CERT_FILE: cert, TDS_KEY_FILE: key } = environment;
  return cert && key ? { cert: readFileSync(cert), key: readFileSync(key) } : undefined;
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const port = Number(environment['TDS_PORT'] ?? 14330);
const trust = trustFrom();
if (!trust.sqlLogin && !trust.tokens)
  fail(
    'Nobody could sign in: set TDS_SQL_LOGIN and TDS_SQL_PASSWORD, or TDS_TOKEN_ISSUER and TDS_TOKEN_JWKS_URL',
  );

// The translator's WebAssembly takes half a second to start: better now than in front of the first page.
translateTsql('SELECT 1 AS one');

try {
  const endpoint = await startTdsEndpoint({
    host: environment['TDS_HOST'] ?? '127.0.0.1',
    port,
    lakeRoot: lakeRootOf(environment),
    database: environment['SQL_DATABASE'] ?? 'retail',
    trust,
    certificate: certificateFrom(),
    onEvent: ({ event, ...fields }) => log(event === 'tds.statement' ? 'info' : 'warn', event, { ...fields }),
  });
  log('info', 'tds.listening', { port: endpoint.port });
  const stop = () => void endpoint.close();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    fail(`Port ${port} is taken: set TDS_PORT to a free one`);
  throw error;
}
