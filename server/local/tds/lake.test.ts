import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Lake, type Lease } from './lake.ts';
import { makeSampleLake, type SampleLake } from './sample-lake.ts';

describe('The lake behind the TDS endpoint', () => {
  let sample: SampleLake;
  let lake: Lake;
  let missing: string[];

  beforeEach(async () => {
    sample = await makeSampleLake();
    missing = [];
    lake = new Lake({
      root: sample.root,
      database: 'retail',
      onMissingTable: (table) => missing.push(table),
    });
  });
  afterEach(async () => {
    lake.close();
    await sample.remove();
  });

  const units = async ({ connection }: Lease) =>
    (await connection.runAndReadAll('SELECT max(units) FROM gold.store_day')).getRows()[0]?.[0];

  it('serves the next build to the next statement, and the old one to whoever still reads it', async () => {
    await sample.build('first', 1);
    const reading = await lake.lease();
    await sample.build('second', 2);
    const next = await lake.lease();
    assert.equal(await units(next), 2);
    assert.equal(await units(reading), 1);
    reading.release();
    next.release();
  });

  it('can be asked before anything is built, and serves the first build once it is there', async () => {
    const early = await lake.lease();
    assert.equal(early.built, false);
    await assert.rejects(units(early), /does not exist/);
    early.release();
    await sample.build('first', 3);
    const later = await lake.lease();
    assert.deepEqual([later.built, await units(later)], [true, 3]);
    later.release();
  });

  it('names the tables of the contract that a build lacks', async () => {
    await sample.build('first', 1);
    (await lake.lease()).release();
    assert.ok(missing.includes('gold.sales_daily') && !missing.includes('gold.store_day'));
  });

  it('lets no statement read outside the gold folder of its build, nor change that', async () => {
    await sample.build('first', 1);
    const { connection, release } = await lake.lease();
    const tries = [
      "SELECT * FROM read_text('/etc/passwd')",
      `SELECT * FROM glob('${sample.root}/*')`,
      `COPY (SELECT 1) TO '${sample.root}/out.parquet'`,
      'SET enable_external_access = true',
      "ATTACH 'elsewhere.duckdb'",
      'INSTALL httpfs',
    ];
    for (const sql of tries)
      await assert.rejects(
        connection.run(sql),
        /Permission|Cannot access|locked|Cannot change|disabled/,
        sql,
      );
    release();
  });
});
