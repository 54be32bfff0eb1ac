import { z } from 'zod';
import { log } from '#server/shared/log.ts';
import { readOrMakeCertificate } from './certificate.ts';
import { startIdentityProvider } from './start-identity-provider.ts';

const surroundings = z
  .object({
    IDENTITY_PORT: z.coerce.number().int().default(9400),
    /** Comma separated; where a sign-in may come back to. */
    APP_ORIGINS: z.string().default('http://localhost:3000'),
    ENTRA_TENANT_ID: z.string().min(1),
    ENTRA_SPA_CLIENT_ID: z.string().min(1),
    ENTRA_API_CLIENT_ID: z.string().min(1),
    ENTRA_API_CLIENT_SECRET: z.string().min(1),
    /** Folder of the certificate to serve https with; plain http without. */
    IDENTITY_TLS_FOLDER: z.string().optional(),
    /** Seconds an access token lives. */
    AT_TTL: z.coerce.number().int().positive().default(3_600),
  })
  .safeParse(process.env);

if (!surroundings.success) stopWith(z.prettifyError(surroundings.error).replaceAll('\n', ' '));
const told = surroundings.data;

const provider = await startIdentityProvider({
  port: told.IDENTITY_PORT,
  tenantId: told.ENTRA_TENANT_ID,
  spaClientId: told.ENTRA_SPA_CLIENT_ID,
  apiClientId: told.ENTRA_API_CLIENT_ID,
  apiClientSecret: told.ENTRA_API_CLIENT_SECRET,
  appOrigins: told.APP_ORIGINS.split(','),
  accessTokenSeconds: told.AT_TTL,
  ...(told.IDENTITY_TLS_FOLDER !== undefined && {
    certificate: await readOrMakeCertificate(told.IDENTITY_TLS_FOLDER, new Date()),
  }),
  signingKeyFile: '.data/identity/signing-key.json',
}).catch((error: NodeJS.ErrnoException) =>
  stopWith(
    error.code === 'EADDRINUSE'
      ? `Port ${told.IDENTITY_PORT} is taken by another program; set IDENTITY_PORT to a free one.`
      : `The local sign-in could not start: ${error.message}`,
  ),
);

log('info', 'identity.listening', {
  issuer: provider.issuer,
  authority: provider.authority,
  discoveryUrl: provider.discoveryUrl,
});

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, async () => {
    await provider.stop();
    process.exit(0);
  });

function stopWith(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
