import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { buildLake } from '../build-lake.ts';
import { currentLink } from '../lake-folders.ts';
import { HEADER, trialEffects, trialFolder, writeInvoices } from '../trial.ts';
import { onlineRetail } from './source.ts';

const ROW = '536365,22423,CAKESTAND,2,2010-12-01 08:26:00,12.75,17850.0,United Kingdom';
const BYTES_OF_LATIN_1 = Buffer.from('536365,22423,CAF\xe9,2,2010-12-01 08:26:00,12.75,,France\n', 'latin1');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);

const FILES: Record<string, { content: string | Buffer; code: string; says: RegExp }> = {
  'a picture': { content: PNG, code: 'CSV_COLUMNS_MISSING', says: /b\.csv, line 1: no column InvoiceNo/ },
  'an empty file': { content: '', code: 'CSV_COLUMNS_MISSING', says: /b\.csv, line 1/ },
  'a file without a price': {
    content: `${HEADER.replace('UnitPrice,', '')}\n`,
    code: 'CSV_COLUMNS_MISSING',
    says: /b\.csv, line 1: no column UnitPrice;/,
  },
  'a line that is not UTF-8': {
    content: Buffer.concat([Buffer.from(`${HEADER}\n${ROW}\n`), BYTES_OF_LATIN_1]),
    code: 'CSV_LINE_UNREADABLE',
    says: /b\.csv, line 3: Invalid unicode/,
  },
  'a line that breaks off': {
    content: `${HEADER}\n${ROW}\n536366,22423,CAKE`,
    code: 'CSV_LINE_UNREADABLE',
    says: /b\.csv, line 3: Expected Number of Columns: 8 Found: 3/,
  },
  'a quote that is never closed': {
    content: `${HEADER}\n536366,22423,"CAKE,2,2010-12-01 08:26:00,12.75,,France\n${ROW}\n`,
    code: 'CSV_LINE_UNREADABLE',
    says: /b\.csv, line 2: Value with unterminated quote/,
  },
};

describe('an import is refused as a whole, with file and line,', () => {
  for (const [sentence, { content, code, says }] of Object.entries(FILES))
    test(`for ${sentence}`, async (t) => {
      const root = trialFolder(t);
      const folder = writeInvoices(trialFolder(t), 'a.csv', [ROW]);
      writeFileSync(join(folder, 'b.csv'), content);
      await assert.rejects(buildLake(root, onlineRetail(folder), trialEffects()), (error: Error) => {
        assert.match(error.message, says);
        assert.equal((error as Error & { code: string }).code, code);
        return true;
      });
      assert.equal(existsSync(currentLink(root)), false);
    });

  test('for a folder that is not there', async (t) => {
    const source = onlineRetail(join(trialFolder(t), 'nowhere'));
    await assert.rejects(buildLake(trialFolder(t), source, trialEffects()), {
      code: 'SOURCE_FOLDER_MISSING',
    });
  });

  test('for a folder without CSV files', async (t) => {
    const source = onlineRetail(trialFolder(t));
    await assert.rejects(buildLake(trialFolder(t), source, trialEffects()), { code: 'NO_CSV_FILES' });
  });

  test('for files in which nothing counts', async (t) => {
    const source = onlineRetail(writeInvoices(trialFolder(t), 'a.csv', []));
    await assert.rejects(buildLake(trialFolder(t), source, trialEffects()), { code: 'NOTHING_TO_WRITE' });
  });
});

test('columns may stand in another order, among others', async (t) => {
  const folder = trialFolder(t);
  const header = 'Till,Country,CustomerID,UnitPrice,InvoiceDate,Quantity,Description,"StockCode",InvoiceNo';
  writeFileSync(
    join(folder, 'a.csv'),
    `\uFEFF${header}\r\n7,France,,1.50,2010-12-01 08:26:00,2,CAKE,22423,1\r\n`,
  );
  const effects = trialEffects();
  await buildLake(trialFolder(t), onlineRetail(folder), effects);
  assert.ok(effects.lines.includes('silver  transaction_lines: 1 rows'));
});
