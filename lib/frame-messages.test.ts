import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHostMessage } from './frame-messages.ts';

test('a period, a theme and a locale are understood', () => {
  for (const message of [
    { retailPulse: 'period', period: 'last-7-days' },
    { retailPulse: 'period', from: '2026-10-01', to: '2026-10-31' },
    { retailPulse: 'theme', theme: 'dark' },
    { retailPulse: 'locale', locale: 'de-DE' },
  ])
    assert.deepEqual(readHostMessage(message), { kind: 'understood', message });
});

test('what cannot be done is refused with the reason, not ignored', () => {
  for (const message of [
    { retailPulse: 'period', period: 'constructor' },
    { retailPulse: 'period', from: '2026-10-31', to: '2026-10-01' },
    { retailPulse: 'period', from: "2026-10-01'", to: '2026-10-31' },
    { retailPulse: 'theme', theme: 'url(//evil)' },
    { retailPulse: 'locale', locale: 'xx-XX' },
    { retailPulse: 'navigate', path: '/admin' },
  ]) {
    const read = readHostMessage(message);
    assert.equal(read.kind, 'refused');
    assert.ok(read.kind === 'refused' && read.asked === message.retailPulse && read.reason.length > 5);
  }
});

test('messages of others are left alone', () => {
  for (const data of [undefined, null, 'period', 7, [], { type: 'webpackOk' }, { retailPulse: 1 }])
    assert.deepEqual(readHostMessage(data), { kind: 'foreign' });
});

test('nothing beside what is asked for comes through', () => {
  const read = readHostMessage({ retailPulse: 'theme', theme: 'dark', path: '//evil.test' });
  assert.deepEqual(read, { kind: 'understood', message: { retailPulse: 'theme', theme: 'dark' } });
});
