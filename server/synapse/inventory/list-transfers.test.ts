import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import type { RowScope } from '#lib/scope.ts';
import { startSampleSource } from '../sample-source.ts';
import { listTransfers } from './list-transfers.ts';

/** Through TDS, over the sample chain with two moves of S02: one to S03 and one from S01, each told from both ends. */
const source = await startSampleSource();
after(() => source.close());
await writeMoves([
  ['S02', 'out', 'S03'],
  ['S03', 'in', 'S02'],
  ['S01', 'out', 'S02'],
  ['S02', 'in', 'S01'],
]);

async function writeMoves(moves: readonly (readonly [string, string, string])[]): Promise<void> {
  const file = join(source.root, 'builds', 'build-a', 'gold', 'transfer_suggestions', 'data.parquet');
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = moves.map((move) => `(${move.map((text) => `'${text}'`).join(', ')})`).join(', ');
  await duck.run(`COPY (SELECT * FROM read_parquet('${file}') UNION ALL BY NAME
    SELECT store_id, direction, other_store_id, 'P1' AS product_id, 3 AS units, 2 AS saved_units, 20 AS saved_sales
    FROM (VALUES ${rows}) AS m(store_id, direction, other_store_id)) TO '${file}.new' (FORMAT parquet)`);
  renameSync(`${file}.new`, file);
  duck.closeSync();
}

const seenBy = async (...storeIds: string[]) => {
  const { rows } = await listTransfers({ top: 9 }, { kind: 'stores', storeIds } as unknown as RowScope);
  return rows.map(({ storeId, direction, otherStoreId }) => `${storeId} ${direction} ${otherStoreId}`).sort();
};

test('who sees one end of a move sees it from there, whether they give or take', async () => {
  assert.deepEqual(await seenBy('S02'), ['S02 in S01', 'S02 out S03']);
});

test('who sees both ends sees a move once, as the taker does', async () => {
  assert.deepEqual(await seenBy('S01', 'S02', 'S03'), ['S02 in S01', 'S03 in S02']);
});
