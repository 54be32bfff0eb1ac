import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fieldsOf, typeInWords } from './schema-fields.ts';

const named = (schema: Parameters<typeof fieldsOf>[0]) =>
  fieldsOf(schema).map(
    ({ name, required, schema: own }) => `${name}${required ? '' : '?'}: ${typeInWords(own)}`,
  );
const NOTE = {
  type: 'object',
  properties: { id: { type: 'string' }, action: { const: 'note' }, text: { type: 'string' } },
  required: ['id', 'action', 'text'],
};
const WAIT = {
  type: 'object',
  properties: { id: { type: 'string' }, action: { const: 'wait' }, minutes: { enum: [30, 60] } },
  required: ['id', 'action', 'minutes'],
};

describe('the fields of a schema', () => {
  test('are named with their place, those of rows one step in', () => {
    const rows = { type: 'array', items: WAIT };
    assert.deepEqual(named({ type: 'object', properties: { rows }, required: ['rows'] }), [
      'rows[]: array',
      'rows[].id: string',
      'rows[].action: wait',
      'rows[].minutes: 30, 60',
    ]);
  });

  test('are those of each shape it may have, once, and needed where every shape needs them', () => {
    for (const way of ['oneOf', 'anyOf'])
      assert.deepEqual(named({ [way]: [NOTE, WAIT] }), [
        'id: string',
        'action: note or wait',
        'text?: string',
        'minutes?: 30, 60',
      ]);
  });

  test('are told of what may be missing as a whole, too', () => {
    const price = { type: ['number', 'null'] };
    const last = {
      anyOf: [{ type: 'object', properties: { price }, required: ['price'] }, { type: 'null' }],
    };
    assert.deepEqual(named({ type: 'object', properties: { last } }), [
      'last?: object or null',
      'last.price: number or null',
    ]);
  });
});
