import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explainFailure } from './messages.ts';

describe('explainFailure', () => {
  test('a warehouse that is waking up is told apart from one that is gone', () => {
    assert.match(explainFailure({ code: 'SOURCE_UNREACHABLE', state: 'starting' }).sentence, /waking up/);
    assert.match(
      explainFailure({ code: 'SOURCE_UNREACHABLE', state: 'unreachable' }).sentence,
      /cannot be reached/,
    );
    assert.match(explainFailure({ code: 'SOURCE_UNREACHABLE' }).sentence, /cannot be reached/);
  });

  test('what nobody foresaw says nothing of the inside', () => {
    for (const thrown of [
      new TypeError('/srv/secret.ts: x is undefined'),
      'text',
      null,
      { code: '__proto__' },
      { code: 18456 },
    ]) {
      const { code, sentence } = explainFailure(thrown);
      assert.equal(code, 'UNEXPECTED');
      assert.match(sentence, /^Something went wrong/);
    }
  });
});
