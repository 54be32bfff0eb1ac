import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiEndpoint, choicesInPath, matchPath } from './api-endpoint.ts';
import { CursorExpiredError, readCursor, writeCursor } from './cursor.ts';
import { LIST_QUERY, QueryRefusedError, readQuery } from './query.ts';

test('a cursor goes on where the page before ended, within one build', () => {
  const cursor = writeCursor({ buildId: 'b1', offset: 200 });
  assert.equal(readCursor(cursor, 'b1').offset, 200);
  assert.equal(readCursor(undefined, 'b1').offset, 0);
  const placed = { buildId: 'b1', offset: 0, after: '1200.7' };
  assert.deepEqual(readCursor(writeCursor(placed), 'b1'), placed);
  assert.throws(() => readCursor(cursor, 'b2'), CursorExpiredError);
});

test('what is no cursor of ours is refused', () => {
  const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const text of [
    'x',
    made([-1, 'b1']),
    made([0, 'b1', 7]),
    made(['1', 'b1']),
    made(null),
    made({ offset: 1 }),
  ])
    assert.throws(() => readCursor(text, 'b1'), QueryRefusedError);
});

test('a query is read strictly, and a refusal repeats no value', () => {
  assert.equal(readQuery(LIST_QUERY, {}).limit, 100);
  assert.deepEqual(readQuery(LIST_QUERY, { store: ['S-001', 'S-003'] }).store, ['S-001', 'S-003']);
  for (const search of [
    { limit: '0' },
    { limit: '<b>' },
    { from: '2026-02-30' },
    { basis: 'yesterday' },
    { 'no-such': '1' },
  ])
    assert.throws(
      () => readQuery(LIST_QUERY, search),
      (error) => error instanceof QueryRefusedError && !/<b>|2026|yesterday/.test(error.message),
    );
});

test('a choice in a path is read from its place, and what does not fit is another address', () => {
  const endpoint = apiEndpoint('customers/{customer}/orders', 'customer-orders', '', []);
  assert.deepEqual(choicesInPath(endpoint.path), ['customer']);
  assert.deepEqual(matchPath(endpoint, ['customers', '17', 'orders']), { customer: '17' });
  for (const asked of [
    ['customers', '17'],
    ['customers', '17', 'other'],
    ['customers', '../1', 'orders'],
    ['customers', '', 'orders'],
  ])
    assert.equal(matchPath(endpoint, asked), null);
});
