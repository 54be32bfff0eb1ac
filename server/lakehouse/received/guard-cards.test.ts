import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildLake } from '../build-lake.ts';
import { onlineRetail } from '../online-retail/source.ts';
import { HEADER, trialEffects, trialFolder, writeInvoices } from '../trial.ts';

const ROW = '536365,22423,CAKESTAND,2,2010-12-01 08:26:00,12.75,17850.0,United Kingdom';
const CARD = '4111111111111111';
/** A German barcode that has a valid Luhn digit too, as one in ten has. */
const BARCODE = '4000000000006';

/** Every file under a folder as one text. */
function allText(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('\n');
}

async function refusal(root: string, folder: string) {
  const effects = trialEffects();
  const error = await buildLake(root, onlineRetail(folder), effects).then(
    () => undefined,
    (cause: Error & { code?: string }) => cause,
  );
  return { error, report: effects.lines.join('\n') };
}

const FILES: Record<string, { content: string | Buffer; name?: string; where: RegExp }> = {
  'in a note among the words': {
    content: `${HEADER}\n${ROW}\n536366,M,paid by ${CARD} manually,1,2010-12-01 08:26:00,1.00,,France\n`,
    where: /b\.csv, line 3, column Description:/,
  },
  'in a column nobody reads': {
    content: `${HEADER},Note\n${ROW},\n${ROW},4111-1111 1111-1111\n`,
    where: /b\.csv, line 3, column Note:/,
  },
  'in a quoted cell behind a line end': {
    content: `${HEADER}\n536366,M,"two\nlines",1,2010-12-01 08:26:00,1.00,"x ""${CARD}""",France\n`,
    where: /b\.csv, line 3, column CustomerID:/,
  },
  'in the header': { content: `${HEADER},${CARD}\n${ROW},\n`, where: /b\.csv, line 1, column 9:/ },
  'in a packed file': {
    content: gzipSync(`${HEADER}\n${ROW.replace('17850.0', CARD)}\n`),
    name: 'b.csv.gz',
    where: /b\.csv\.gz, line 2, column CustomerID:/,
  },
  'on a line that cannot be read': {
    content: `${HEADER}\n536366,${CARD},\xff\n`,
    where: /b\.csv, line 2, column StockCode:/,
  },
  'of an issuer we do not know, alone in its cell': {
    content: `${HEADER}\n${ROW.replace('17850.0', '9792411100000001')}\n`,
    where: /b\.csv, line 2, column CustomerID:/,
  },
  'that a barcode could be, in a column of other numbers': {
    content: `${HEADER},Ref\n${ROW},${BARCODE}\n${ROW},1234567890123\n`,
    where: /b\.csv, line 2, column Ref:/,
  },
};

describe('a card number refuses the import and is told nowhere', () => {
  for (const [sentence, { content, name = 'b.csv', where }] of Object.entries(FILES))
    test(sentence, async (t) => {
      const [root, folder] = [trialFolder(t), writeInvoices(trialFolder(t), 'a.csv', [ROW])];
      writeFileSync(join(folder, name), content);
      const { error, report } = await refusal(root, folder);
      assert.equal(error?.code, 'CARD_NUMBER');
      assert.match(error?.message ?? '', where);
      const told = [error?.message, error?.stack, String(error?.cause), report, allText(root)].join('\n');
      assert.equal(/4111|40000000000/.test(told), false);
      assert.equal(existsSync(join(root, 'current')), false);
    });
});

test('barcodes are no card numbers, whatever their Luhn digit', async (t) => {
  const folder = trialFolder(t);
  const barcodes = [BARCODE, '4006381333931', '4000000000020', '5901234123457'];
  const rows = barcodes.map((code) => ROW.replace('22423', code));
  const { error } = await refusal(trialFolder(t), writeInvoices(folder, 'a.csv', rows));
  assert.equal(error, undefined);
});
