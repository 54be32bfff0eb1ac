import { once } from 'node:events';
import { createServer } from 'node:net';
import type { StackSettings } from './settings.ts';

const VARIABLE = {
  app: 'APP_PORT',
  sql: 'TDS_PORT',
  redis: 'REDIS_PORT',
  identity: 'IDENTITY_PORT',
} as const;

/** @throws PortTakenError naming the port and the variable that moves it. */
export async function requireFreePorts(ports: StackSettings['ports']): Promise<void> {
  for (const [part, variable] of Object.entries(VARIABLE) as [keyof typeof VARIABLE, string][]) {
    const probe = createServer();
    const failed = once(probe, 'error').then(() => false);
    const listening = once(probe.listen(ports[part], '127.0.0.1'), 'listening').then(() => true);
    const free = await Promise.race([failed, listening]);
    probe.close();
    if (!free) throw new PortTakenError(ports[part], variable);
  }
}

export class PortTakenError extends Error {
  readonly code = 'PORT_TAKEN';
  constructor(port: number, variable: string) {
    super(
      `Port ${port} is taken by another program. Set ${variable} to a free one, for example ${variable}=${port + 100}.`,
    );
    this.name = 'PortTakenError';
  }
}
