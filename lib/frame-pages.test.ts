import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FRAMED_PAGES, frameOf, framePath } from './frame-pages.ts';
import { PAGES } from './roles.ts';

test('a link to a page that may be framed leads to its frame', () => {
  for (const page of FRAMED_PAGES) {
    assert.equal(frameOf(PAGES[page].path), framePath(page));
    assert.equal(frameOf(framePath(page)), framePath(page));
  }
});

test('a link to a page that nobody may frame leads to no frame', () => {
  for (const path of ['/admin', '/stores/S-003', '/pricing', '/', '/sign-in', '/sales/', '/__proto__'])
    assert.equal(frameOf(path), null, path);
});
