import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const times = (text: string, form: RegExp) => [...text.matchAll(form)].length;

test('every tooltip of every chart is drawn as text: a name in it can never become markup', () => {
  const files = globSync('components/charts/*-option.ts');
  const tooltips = files.map((file) => {
    const text = readFileSync(file, 'utf8');
    const told = times(text, /\btooltip: \{/g);
    assert.equal(times(text, /renderMode: 'richText'/g), told, file);
    return told;
  });
  assert.ok(tooltips.reduce((sum, one) => sum + one, 0) >= 7);
});
