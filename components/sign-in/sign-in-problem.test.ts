import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SessionRefusedError } from './session-request.ts';
import { signInProblem } from './sign-in-problem.ts';

describe('signInProblem', () => {
  test('reads the code of MSAL', () => {
    const { sentence, code } = signInProblem({ errorCode: 'access_denied', name: 'ServerError' });
    assert.equal(sentence, 'The sign-in was cancelled.');
    assert.equal(code, 'access_denied');
  });

  test('reads the code of our own session answer', () => {
    assert.match(signInProblem(new SessionRefusedError('COOKIE_BLOCKED')).sentence, /allow cookies/);
  });

  test('has a sentence for everything else too', () => {
    for (const error of [undefined, 'text', new TypeError('x'), { code: 42 }])
      assert.match(signInProblem(error).sentence, /Please try again/);
    assert.equal(signInProblem(new TypeError('x')).code, 'TypeError');
  });
});
