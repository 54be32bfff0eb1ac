import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { PAGES } from '#lib/roles.ts';
import { EXPORTS } from '../export/registry.ts';
import { openApiDocument } from './openapi.ts';
import { ENDPOINTS } from './registry.ts';

const document = openApiDocument('https://pulse.example');

test('a validator that nobody here wrote accepts the document', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  assert.deepEqual([valid, errors], [true, undefined]);
});

test('… and it can tell', async () => {
  const broken = structuredClone(document) as Record<string, unknown>;
  delete broken['info'];
  assert.equal((await new Validator().validate(broken)).valid, false);
});

test('every list has an address of its own, and a table that can also be taken away', () => {
  assert.equal(new Set(ENDPOINTS.map(({ path }) => path)).size, ENDPOINTS.length);
  for (const { path, table } of ENDPOINTS) {
    assert.ok(EXPORTS[table], `${path}: there is no table ${table}`);
    assert.ok(Object.hasOwn(PAGES, EXPORTS[table]?.page ?? ''), path);
    assert.ok(document.paths[`/api/v1/${path}`], path);
  }
});

test('every table that can be taken away can be asked for as JSON too', () => {
  const asked = new Set(ENDPOINTS.map(({ table }) => table));
  assert.deepEqual(
    Object.keys(EXPORTS).filter((table) => !asked.has(table)),
    [],
  );
});

test('amounts are text and no numbers, so that no reader rounds them', () => {
  const days = JSON.stringify(document.paths['/api/v1/sales/days']);
  assert.match(days, /"netSales":\{"anyOf":\[\{"type":"string"/);
});
