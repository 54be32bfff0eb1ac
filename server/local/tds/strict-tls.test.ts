import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeSampleLake, type SampleLake } from './sample-lake.ts';
import { startTdsEndpoint, type TdsEndpoint } from './start-tds-endpoint.ts';
import { batch, SQL_LOGIN, signIn, signOut } from './tds-client.ts';

const absent = spawnSync('openssl', ['version']).error !== undefined;

describe('A TDS endpoint with a certificate', { skip: absent && 'openssl is not installed' }, () => {
  let lake: SampleLake;
  let endpoint: TdsEndpoint;
  let cert: string;

  before(async () => {
    lake = await makeSampleLake();
    await lake.build('first', 7);
    const certificate = selfSigned();
    cert = certificate.cert;
    const trust = { sqlLogin: SQL_LOGIN };
    endpoint = await startTdsEndpoint({
      port: 0,
      lakeRoot: lake.root,
      database: 'retail',
      trust,
      certificate,
    });
  });
  after(async () => {
    await endpoint.close();
    await lake.remove();
  });

  it('speaks TDS 8 with a client that trusts it', async () => {
    const connection = await signIn(endpoint.port, {
      encrypt: 'strict',
      cryptoCredentialsDetails: { ca: cert },
    });
    const { rows } = await batch(connection, 'SELECT COUNT(*) AS n FROM gold.store_day AS s');
    assert.deepEqual(rows, [{ n: 100_000 }]);
    await signOut(connection);
  });

  it('is left by a client that does not trust it', async () => {
    await assert.rejects(signIn(endpoint.port, { encrypt: 'strict' }), /self-signed/);
  });

  it('does not speak in the clear', async () => {
    await assert.rejects(signIn(endpoint.port, { encrypt: false, connectTimeout: 2_000 }));
  });
});

function selfSigned(): { cert: string; key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tds-certificate-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  try {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert],
        ...subject,
      ],
      { stdio: 'ignore' },
    );
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
