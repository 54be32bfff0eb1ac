import assert from 'node:assert/strict';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildLake } from './build-lake.ts';
import { currentBuild } from './lake-folders.ts';
import { onlineRetail } from './online-retail/source.ts';
import { askLake, HEADER, trialEffects, trialFolder, wholeLake, writeInvoices } from './trial.ts';

const sale = (invoice: string, time: string, code = '22423', name = 'CAKE') =>
  `${invoice},${code},${name},2,${time},1.25,17850.0,United Kingdom`;

/** The files of a table by month, as the file system knows them. */
function monthFiles(root: string, table: string): Record<string, number> {
  const folder = join(currentBuild(root), ...table.split('.'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.parquet'),
  );
  return Object.fromEntries(
    files.map((name) => [name.replace(/.*=(\d+)\/month=(\d+).*/, '$1-$2'), statSync(join(folder, name)).ino]),
  );
}

type Files = Readonly<Record<string, readonly string[]>>;

function arrange(folder: string, files: Files): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (const [name, rows] of Object.entries(files)) writeInvoices(folder, name, rows);
}

describe('a lake built on from the build before', () => {
  const OCTOBER = [sale('1', '2010-10-05 08:00:00'), sale('2', '2010-10-31 23:59:00')];
  const NOVEMBER = [sale('3', '2010-11-05 08:00:00')];
  const DECEMBER = [sale('4', '2010-12-05 08:00:00')];

  async function afterwards(t: Parameters<typeof trialFolder>[0], files: Files, later: Files) {
    const [root, folder] = [trialFolder(t), trialFolder(t)];
    const effects = trialEffects();
    arrange(folder, files);
    const first = await buildLake(root, onlineRetail(folder), effects);
    const tables = ['gold.sales_daily', 'gold.sales_hourly'] as const;
    const [before, hoursBefore] = tables.map((table) => monthFiles(root, table));
    arrange(folder, later);
    const second = await buildLake(root, onlineRetail(folder), effects);
    const [after = {}, hours = {}] = tables.map((table) => monthFiles(root, table));
    const carried = Object.keys(after).filter((month) => after[month] === before?.[month]);
    const hoursCarried = Object.keys(hours).filter((month) => hours[month] === hoursBefore?.[month]);
    assert.deepEqual(hoursCarried, carried);
    return { root, same: first === second, carried, months: Object.keys(after).sort(), lines: effects.lines };
  }

  test('is the same build where no file is new or changed, whatever its date', async (t) => {
    const files = { 'a.csv': OCTOBER, 'b.csv': NOVEMBER };
    const { same, lines } = await afterwards(t, files, { 'b.csv': NOVEMBER, 'a.csv': OCTOBER });
    assert.ok(same);
    assert.match(lines.at(-1) ?? '', /stays: no file is new or changed/);
  });

  test('opens the month of a new file and carries the others over', async (t) => {
    const files = { 'a.csv': OCTOBER, 'b.csv': NOVEMBER };
    const { carried, months } = await afterwards(t, files, { ...files, 'c.csv': DECEMBER });
    assert.deepEqual(months, ['2010-10', '2010-11', '2010-12']);
    assert.deepEqual(carried.sort(), ['2010-10', '2010-11']);
  });

  test('opens the months a corrected file had and has', async (t) => {
    const files = { 'a.csv': OCTOBER, 'b.csv': NOVEMBER, 'c.csv': DECEMBER };
    const { carried, months } = await afterwards(t, files, {
      ...files,
      'b.csv': [sale('3', '2010-12-06 08:00:00')],
    });
    assert.deepEqual([months, carried], [['2010-10', '2010-12'], ['2010-10']]);
  });

  test('opens the month before where a late line belongs to a ticket of that month', async (t) => {
    const files = { 'a.csv': OCTOBER, 'b.csv': NOVEMBER, 'c.csv': DECEMBER };
    const late = [sale('2', '2010-11-01 00:00:30', '22424')];
    const { root, carried } = await afterwards(t, files, { ...files, 'd.csv': late });
    assert.deepEqual(carried, ['2010-12']);
    const ticket = await askLake(
      root,
      `SELECT CAST(business_date AS varchar) AS day, line_number FROM silver.transaction_lines
      WHERE transaction_id = '2' ORDER BY 2`,
    );
    assert.deepEqual(ticket, [
      { day: '2010-10-31', line_number: 1 },
      { day: '2010-10-31', line_number: 2 },
    ]);
  });

  test('is refused whole where a new file is, and goes on from there when it is mended', async (t) => {
    const [root, folder] = [trialFolder(t), writeInvoices(trialFolder(t), 'a.csv', OCTOBER)];
    const effects = trialEffects();
    const first = await buildLake(root, onlineRetail(folder), effects);
    writeFileSync(join(folder, 'b.csv'), `${HEADER}\n1,2,3\n`);
    await assert.rejects(buildLake(root, onlineRetail(folder), trialEffects()), {
      code: 'CSV_LINE_UNREADABLE',
    });
    assert.ok(currentBuild(root).endsWith(first));
    writeInvoices(folder, 'b.csv', NOVEMBER);
    await buildLake(root, onlineRetail(folder), effects);
    assert.deepEqual(Object.keys(monthFiles(root, 'gold.sales_daily')).sort(), ['2010-10', '2010-11']);
  });

  test('tells of each file when its content was first loaded, and by which build', async (t) => {
    const files = { 'a.csv': OCTOBER, 'b.csv': NOVEMBER };
    const { root } = await afterwards(t, files, { ...files, 'b.csv': DECEMBER });
    const lineage = await askLake(
      root,
      `SELECT source_file, row_count, loaded_by = (SELECT build_id FROM gold.lake_status) AS now,
        length(content_hash) AS hash FROM gold.lineage ORDER BY source_file`,
    );
    assert.deepEqual(lineage, [
      { source_file: 'a.csv', row_count: 2, now: false, hash: 64n },
      { source_file: 'b.csv', row_count: 1, now: true, hash: 64n },
    ]);
  });
});

const row = fc
  .record({
    invoice: fc.constantFrom('1', '2', 'C3', '4', '', 'A5'),
    code: fc.constantFrom('22423', '85123a', '85123A', 'POST'),
    name: fc.constantFrom('CAKE', 'STAND', ''),
    quantity: fc.constantFrom('1', '2', '-1', 'x'),
    time: fc.constantFrom(
      '2010-10-31 23:59:00',
      '2010-11-01 00:01:00',
      '2010-11-20 09:00:00',
      '2010-12-02 09:00:00',
      '',
    ),
    customer: fc.constantFrom('17850.0', '1.0', ''),
  })
  .map(
    ({ invoice, code, name, quantity, time, customer }) =>
      `${invoice},${code},${name},${quantity},${time},1.25,${customer},United Kingdom`,
  );

test('building on and building anew give the same lake, row for row, whatever files came, changed and went', async (t) => {
  const content = fc.array(row, { minLength: 0, maxLength: 5 });
  const files = fc
    .record({ 'a.csv': content, 'b.csv': content, 'c.csv': content, 'd.csv': content }, { requiredKeys: [] })
    .map((some): Files => ({ ...some, 'always.csv': [sale('9', '2010-12-03 08:26:00')] }));
  await fc.assert(
    fc.asyncProperty(fc.array(files, { minLength: 2, maxLength: 3 }), async (states) => {
      const [root, folder] = [trialFolder(t), trialFolder(t)];
      const effects = trialEffects();
      for (const state of states) {
        arrange(folder, state);
        await buildLake(root, onlineRetail(folder), effects);
      }
      const anew = trialFolder(t);
      await buildLake(anew, onlineRetail(folder), effects);
      assert.deepEqual(await wholeLake(root), await wholeLake(anew));
    }),
    {
      numRuns: Number(process.env['PROPERTY_RUNS'] ?? 2),
      seed: Number(process.env['PROPERTY_SEED'] ?? 7),
      endOnFailure: true,
    },
  );
});
