import type { ConnectionConfiguration } from 'tedious';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The SQL endpoint that the suite is asked to hold against SQL Server's answers as well: CONTRACT_SQL_HOST, with _PORT
 * (1433), _DATABASE (retail), _ENCRYPT (on, off or strict), _USER and _PASSWORD. Nothing is written there, and no table
 * read. Its database compares text by its bytes, as the deployment script has it. Undefined where none is named.
 * For tests.
 */
export function namedEndpoint(environment: Environment): ConnectionConfiguration | undefined {
  const {
    CONTRACT_SQL_HOST: server,
    CONTRACT_SQL_PORT: port = '1433',
    CONTRACT_SQL_DATABASE: database = 'retail',
    CONTRACT_SQL_ENCRYPT: encrypt = 'on',
    CONTRACT_SQL_USER: userName = '',
    CONTRACT_SQL_PASSWORD: password = '',
  } = environment;
  if (!server) return undefined;
  return {
    server,
    authentication: { type: 'default', options: { userName, password } },
    options: {
      port: Number(port),
      database,
      encrypt: encrypt === 'strict' ? 'strict' : encrypt !== 'off',
      requestTimeout: 30_000,
    },
  };
}
