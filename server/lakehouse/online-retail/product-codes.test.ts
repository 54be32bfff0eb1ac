import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { isProductSql } from '../received/lines-sql.ts';
import { ONLINE_RETAIL } from './declaration.ts';

const { nonProducts } = ONLINE_RETAIL.lines;

const GOODS = [
  '22423',
  '85123A',
  '15056BL',
  '79323LP',
  'DCGS0003',
  'DCGS0076',
  'PADS',
  'SP1002',
  'M22',
  'POSTER1',
];
const NO_GOODS = [...Object.keys(nonProducts.codes), 'GIFT_0001_40', 'GIFT_0001_50', 'TEST001'];

test('codes of goods and codes of postage, fees, vouchers and manual entries are told apart', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const codes = [...GOODS, ...NO_GOODS].map((code) => `('${code}')`).join(', ');
  const reader = await connection.runAndReadAll(
    `SELECT code FROM (VALUES ${codes}) AS c(code) WHERE ${isProductSql(nonProducts, 'code')}`,
  );
  assert.deepEqual(reader.getColumnsJS()[0], GOODS);
  connection.closeSync();
});
