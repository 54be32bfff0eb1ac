import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { PAGES } from '#lib/roles.ts';
import { EXPORTS } from '../export/registry.ts';
import { openApiDocument } from './openapi.ts';
import { OPERATIONS } from './operations.ts';
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

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Handlers of files that answer for no operation: the lists, which the registry names, and the document itself. */
const NO_OPERATION = ['[...path]', 'openapi.json'];

test('whatever has a handler is in the document, and nothing else but the lists', async () => {
  const handled: string[] = [];
  for (const file of globSync('app/api/v1/**/route.ts')) {
    const path = file.split('/').slice(3, -1).join('/');
    const handlers = (await import(`#app/${file.slice('app/'.length)}`)) as Record<string, unknown>;
    const methods = METHODS.filter((method) => typeof handlers[method] === 'function');
    if (NO_OPERATION.includes(path)) assert.deepEqual(methods, ['GET'], path);
    else handled.push(...methods.map((method) => `${method} /api/v1/${path}`));
  }
  const lists = ENDPOINTS.map(({ path }) => `GET /api/v1/${path}`);
  const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  assert.ok(handled.length >= OPERATIONS.length);
  assert.deepEqual(documented.sort(), [...handled, ...lists].sort());
});

test('no handler stands in the way of a list', () => {
  const own = OPERATIONS.map(({ path }) => path);
  assert.deepEqual(
    ENDPOINTS.filter(({ path }) => own.includes(path)),
    [],
  );
});

test('every operation has a name of its own, and says how it answers', () => {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length);
  for (const { operationId, responses } of operations)
    assert.ok(responses['200'] || responses['204'], operationId);
});

test('what is sent is described by the schema that reads it', () => {
  const { requestBody, responses } = document.paths['/api/v1/price-decisions']?.post ?? {};
  assert.match(JSON.stringify(requestBody), /"maxItems":100,.*"maxLength":300/);
  assert.deepEqual(Object.keys(responses ?? {}), ['200', '401', '403', '409', '422', '429', '503']);
  const deeds = JSON.stringify(document.paths['/api/v1/alerts']?.post?.requestBody);
  const notes = JSON.stringify(document.paths['/api/v1/notes']?.post?.requestBody);
  assert.match(notes, /"const":"write".*"maxLength":280.*"const":"withdraw"/);
  assert.match(deeds, /"const":"acknowledge".*"enum":\[30,120,480,1440\].*"maxLength":500/);
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
