import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayExport, ROLES } from './roles.ts';
import { highestLabel } from './sensitivity.ts';

test('what is put together is as sensitive as its most sensitive part', () => {
  assert.equal(highestLabel(['Internal', 'General']), 'Internal');
  assert.equal(highestLabel(['Confidential - PII', 'Internal']), 'Confidential - PII');
  assert.equal(highestLabel([]), 'General');
});

test('nobody takes personal data away as a file, whatever their role', () => {
  assert.deepEqual(
    ROLES.filter((role) => mayExport(role, 'Confidential - PII')),
    [],
  );
});

test('whoever may take away what is more sensitive may take away what is less', () => {
  for (const role of ROLES) {
    if (mayExport(role, 'Highly Confidential')) assert.ok(mayExport(role, 'Internal'), role);
    if (mayExport(role, 'Internal')) assert.ok(mayExport(role, 'General'), role);
  }
});

test('whoever may export nothing has no clearance for any label', () => {
  assert.equal(mayExport('customer-care', 'General'), false);
  assert.equal(mayExport('administrator', 'General'), false);
});
