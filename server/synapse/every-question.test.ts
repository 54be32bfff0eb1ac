import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';

const FILES = globSync('server/synapse/*/*.ts').filter((file) => !file.endsWith('.test.ts'));

// A question checks itself when it is declared, so a predicate that was lost stops the file from loading.
for (const file of FILES)
  test(`${file} reads rows of stores within a scope, and nothing past the gold views`, async () => {
    await assert.doesNotReject(import(`#${file}`));
  });

test('there are questions to look at', () => assert.ok(FILES.length > 10));
