import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Added to every port of the suite, so that two checkouts can be tested on one machine. */
const OFFSET = Number(process.env['E2E_PORT_OFFSET'] ?? 0);

/** One running copy of the whole product; the suite runs three, on ports and folders of their own. */
export interface Stack {
  readonly name: 'chain' | 'december' | 'intranet';
  readonly folder: string;
  readonly lakeRoot: string;
  /** What this stack is told beside its ports and folders. */
  readonly told?: Readonly<Record<string, string>>;
  readonly ports: {
    readonly app: number;
    readonly sql: number;
    readonly redis: number;
    readonly identity: number;
  };
}

/** The generated chain: twenty stores, a year of days, a shop floor that sells. */
export const CHAIN: Stack = {
  name: 'chain',
  folder: '.data/e2e/chain',
  lakeRoot: '.data/e2e/chain-lake',
  // Short enough to be waited for by a spec that stops the source.
  told: { SQL_CONNECT_TIMEOUT_MS: '2000', SQL_DEADLINE_MS: '6000' },
  ports: portsFrom({ app: 3110, sql: 14340, redis: 6391, identity: 9410 }),
};

/** The page of another site that frames the product. */
export const INTRANET_ORIGIN = `http://intranet.localhost:${3140 + OFFSET}`;

/** The chain once more, its names written by somebody hostile, with a sign-in by https and a site that may frame it. */
export const INTRANET: Stack = {
  name: 'intranet',
  folder: '.data/e2e/intranet',
  lakeRoot: '.data/e2e/hostile-lake',
  ports: portsFrom({ app: 3130, sql: 14360, redis: 6393, identity: 9430 }),
  told: { IDENTITY_HTTPS: 'yes', EMBED_ORIGINS: INTRANET_ORIGIN },
};

/** The UCI Online Retail files of December 2010, imported. */
export const DECEMBER: Stack = {
  name: 'december',
  folder: '.data/e2e/december',
  lakeRoot: '.data/e2e/december-lake',
  ports: portsFrom({ app: 3120, sql: 14350, redis: 6392, identity: 9420 }),
};

/** Folder with the December 2010 files; undefined where they are not at hand, then what needs them is left out. */
export function decemberFiles(): string | undefined {
  const folder = resolve(process.env['RETAIL_PULSE_DATA'] ?? '../shared/data', 'online-retail');
  return existsSync(folder) ? folder : undefined;
}

function portsFrom({ app, sql, redis, identity }: Stack['ports']): Stack['ports'] {
  return { app: app + OFFSET, sql: sql + OFFSET, redis: redis + OFFSET, identity: identity + OFFSET };
}

export function originOf({ ports }: Stack): string {
  return `http://localhost:${ports.app}`;
}

export function environmentOf({ folder, lakeRoot, ports, told }: Stack): Record<string, string> {
  return {
    STACK_FOLDER: folder,
    LAKE_ROOT: lakeRoot,
    APP_PORT: String(ports.app),
    TDS_PORT: String(ports.sql),
    REDIS_PORT: String(ports.redis),
    IDENTITY_PORT: String(ports.identity),
    ...told,
  };
}
