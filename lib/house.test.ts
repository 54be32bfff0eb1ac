import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import {
  importLaw,
  leafClients,
  namedRooms,
  noBarrels,
  promptSuites,
  type Rule,
  type SourceFile,
  scopesMadeInAuth,
  securityFloors,
  serverRooms,
  shortFiles,
  topLevel,
  watchScopeInWatch,
} from './house-law.ts';

const RULES: Record<string, { rule: Rule; breaks: readonly SourceFile[] }> = {
  'imports keep to the law of the house': {
    rule: importLaw,
    breaks: [
      { path: 'components/panel/panel.tsx', text: "import type { Pool } from '#server/synapse/pool.ts';\n" },
      { path: 'lib/money.ts', text: "import { z } from 'zod';\n" },
      { path: 'server/auth/session.ts', text: "import '../local/main.ts';\n" },
      { path: 'app/page.tsx', text: "const lake = await import('#server/lakehouse/build.ts');\n" },
    ],
  },
  'no file is longer than 250 lines': {
    rule: shortFiles,
    breaks: [{ path: 'lib/long.ts', text: '\n'.repeat(251) }],
  },
  'there are no barrel files': {
    rule: noBarrels,
    breaks: [
      { path: 'lib/sales/index.ts', text: 'export const one = 1;\n' },
      { path: 'lib/everything.ts', text: "export * from './money.ts';\n" },
    ],
  },
  'folders and files are named after nouns': {
    rule: namedRooms,
    breaks: [
      { path: 'lib/utils/dates.ts', text: '' },
      { path: 'lib/helpers.ts', text: '' },
    ],
  },
  'the top level holds what it is meant to hold': {
    rule: topLevel,
    breaks: [
      { path: 'src/a.ts', text: '' },
      { path: 'postcss.config.mjs', text: '' },
    ],
  },
  'server has the rooms it is meant to have': {
    rule: serverRooms,
    breaks: [{ path: 'server/cache/a.ts', text: '' }],
  },
  'only server/auth makes a row scope or a leave to reveal': {
    rule: scopesMadeInAuth,
    breaks: [
      { path: 'app/page.tsx', text: "const scope = { kind: 'all' } as RowScope;" },
      { path: 'app/page.tsx', text: 'const grant = { customerKey } as unknown as RevealGrant;' },
    ],
  },
  'only the watch has a scope that nobody signed in for': {
    rule: watchScopeInWatch,
    breaks: [{ path: 'app/page.tsx', text: "import { watchScope } from '#server/auth/service-scope.ts';" }],
  },
  'client code stays at the leaves': {
    rule: leafClients,
    breaks: [{ path: 'app/page.tsx', text: "'use client';\n" }],
  },
  'no suite waits while it is put together': {
    rule: promptSuites,
    breaks: [{ path: 'lib/a.test.ts', text: "describe('a', async () => {\n  await import('./a.ts');\n});" }],
  },
  'packages are at or above their security floors': {
    rule: securityFloors,
    breaks: [
      {
        path: 'package-lock.json',
        text: JSON.stringify({ packages: { 'node_modules/next': { version: '16.4.4' } } }),
      },
    ],
  },
};

const checkout = (): SourceFile[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    encoding: 'utf8',
  })
    .split('\n')
    // The law and its counter-examples name what they forbid: they would accuse themselves.
    .filter((path) => path && !path.startsWith('lib/house') && !/\.(png|woff2|ico|webp)$/.test(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(path, 'utf8') }];
      } catch {
        return []; // deleted in the working tree, still in the index
      }
    });

describe('the house', () => {
  const files = checkout();
  for (const [sentence, { rule, breaks }] of Object.entries(RULES)) {
    test(sentence, () => assert.deepEqual(rule(files), []));
    test(`… and it can tell: ${sentence}`, () => {
      for (const file of breaks) assert.notDeepEqual(rule([file]), [], `${file.path} should break the rule`);
    });
  }
});
