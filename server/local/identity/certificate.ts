import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const YEAR_MS = 365 * 86_400_000;
const NAMES = ['localhost'];

/** Where the certificate is, for NODE_EXTRA_CA_CERTS: a process reads that only as it starts. */
export function certificateFile(folder: string): string {
  return join(folder, 'cert.pem');
}

/** A certificate for localhost that signs itself, made once and kept. Browsers warn of it; Node is told to trust it. */
export async function readOrMakeCertificate(folder: string, now: Date): Promise<Certificate> {
  const [keyFile, certFile] = [join(folder, 'key.pem'), certificateFile(folder)];
  if (!existsSync(certFile)) {
    mkdirSync(folder, { recursive: true });
    const made = await generate([{ name: 'commonName', value: 'localhost' }], {
      keySize: 2_048,
      algorithm: 'sha256',
      notAfterDate: new Date(now.getTime() + YEAR_MS),
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'keyUsage', keyCertSign: true, digitalSignature: true, keyEncipherment: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            ...NAMES.map((value) => ({ type: 2 as const, value })),
            { type: 7 as const, ip: '127.0.0.1' },
          ],
        },
      ],
    });
    writeFileSync(keyFile, made.private, { mode: 0o600 });
    writeFileSync(certFile, made.cert);
  }
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
}
