import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/**
 * What long reckoning came to, kept in files beside the builds: a build that was killed goes on where it was, and the
 * next day's reckons only what is new. The key must name everything that decides the value.
 */
export interface Remembered {
  /** The value kept under the key; undefined where there is none that can be read. */
  take(key: string): unknown;
  keep(key: string, value: unknown): void;
  /** Lets go of everything that this build neither took nor kept. */
  forgetOthers(): void;
}

export function remembered(root: string): Remembered {
  const folder = join(root, 'remembered');
  const used = new Set<string>();
  const fileOf = (key: string) => join(folder, `${key}.v8`);
  return {
    take: (key) => {
      if (!existsSync(fileOf(key))) return undefined;
      used.add(`${key}.v8`);
      try {
        return deserialize(readFileSync(fileOf(key)));
      } catch {
        return undefined; // Cut off by a full disk, or of another engine: it is reckoned anew.
      }
    },
    keep: (key, value) => {
      mkdirSync(folder, { recursive: true });
      const making = `${fileOf(key)}.${process.pid}`;
      writeFileSync(making, serialize(value));
      renameSync(making, fileOf(key)); // Whole or not at all.
      used.add(`${key}.v8`);
    },
    forgetOthers: () => {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name));
    },
  };
}
