import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeAxis } from './time-axis.ts';

test('weeks of a study are numbers', () => {
  const axis = timeAxis(['40', '42', '46', '44']);
  assert.deepEqual([axis.periods, [...axis.places], axis.spell(5)], [4, [0, 1, 3, 2], '50']);
  assert.ok(Number.isNaN(axis.placeOf('41')));
});

test('days, compact days, months, hours and times without a zone', () => {
  assert.equal(timeAxis(['2024-02-26', '2024-02-28', '2024-02-29']).spell(4), '2024-03-01');
  assert.equal(timeAxis(['20240228', '20240229']).spell(2), '20240301');
  assert.equal(timeAxis(['2024-11', '2024-12']).spell(2), '2025-01');
  assert.equal(timeAxis(['2024-01-31', '2024-03-31']).placeOf('2024-05-31'), 2);
  assert.equal(
    timeAxis(['2014-01-01 00:00:00', '2014-01-01 01:00:00', '']).spell(25),
    '2014-01-02T01:00:00Z',
  );
});

test('times of no kind and uneven times are refused', () => {
  assert.throws(() => timeAxis(['yesterday']), { code: 'TIMES_UNEVEN', message: /yesterday/ });
  assert.throws(() => timeAxis(['2024-01-01T00:00:00', '2024-01-01T00:00:01', '2024-02-01T00:00:00']), {
    code: 'TIMES_UNEVEN',
  });
});
