import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';
import { labelOf as labelOfPage, PAGES, type PageName } from '#lib/roles.ts';
import { highestLabel, SENSITIVITY_LABELS, type SensitivityLabel } from '#lib/sensitivity.ts';
import { labelOf } from './row-scope.ts';

/** Every file a file of the app comes to by imports, the questions included. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !existsSync(path)) return seen;
  seen.add(path);
  if (!path.startsWith('app/') && !path.startsWith('server/synapse/')) return seen;
  for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/from '([^']+)'/g)) {
    if (name.startsWith('#')) reached(name.slice(1), seen);
    if (name.startsWith('.')) reached(normalize(join(dirname(path), name)), seen);
  }
  return seen;
}

/** That of every question a page can ask. */
function labelOfQuestions(pages: readonly string[]): SensitivityLabel {
  const files = pages.flatMap((page) => [...reached(page)]);
  // The machinery names no view; only questions do.
  const questions = files.filter((path) => /^server\/synapse\/[^/]+\/[^/]+\.ts$/.test(path));
  return highestLabel(questions.map((path) => labelOf(readFileSync(path, 'utf8'))));
}

describe('the label a page shows', () => {
  for (const name of Object.keys(PAGES) as PageName[]) {
    const folder = `app/(dashboard)${PAGES[name].path}`;
    const pages = globSync(`${folder.replaceAll(/[()]/g, '?')}/**/page.tsx`);
    test(`of ${PAGES[name].path} is not below what its questions read`, () => {
      assert.notEqual(pages.length, 0, 'its pages are found');
      const asked = SENSITIVITY_LABELS.indexOf(labelOfQuestions(pages));
      assert.ok(SENSITIVITY_LABELS.indexOf(labelOfPage(name)) >= asked, labelOfQuestions(pages));
    });
  }

  for (const file of globSync('app/api/export/tables/*.ts'))
    test(`of the files of ${file} is not below what their questions read`, () => {
      const said = [...readFileSync(file, 'utf8').matchAll(/label: '([^']+)'/g)].map(([, label]) => label);
      // A file that states none is a part of another one, and is reached from there.
      const asked = SENSITIVITY_LABELS.indexOf(labelOfQuestions([file]));
      for (const label of said)
        assert.ok((SENSITIVITY_LABELS as readonly unknown[]).indexOf(label) >= asked, label);
    });

  test('is found through panels: sales asks of internal tables', () => {
    assert.equal(labelOfQuestions(['app/(dashboard)/sales/page.tsx']), 'Internal');
    assert.equal(labelOfQuestions(['app/api/customers/[customerKey]/reveal/route.ts']), 'Confidential - PII');
  });
});
