import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildLake } from './build-lake.ts';
import { onlineRetail } from './online-retail/source.ts';
import { RULES } from './rules.ts';
import { askLake, trialEffects, trialFolder, writeInvoices } from './trial.ts';

const SALE = '536365,22423,CAKESTAND,2,2010-12-01 08:26:00,12.75,17850.0,United Kingdom';

/** Each row stands for one reason; where two rules hold, the earlier decides. */
const CASES: Record<string, { outcome: string; row: string }> = {
  'goods going out at a price are a sale': { outcome: 'sale', row: SALE },
  'a cancellation that brings goods back is a return': {
    outcome: 'return',
    row: 'C536379,22423,CAKESTAND,-1,2010-12-01 09:41:00,12.75,14527.0,United Kingdom',
  },
  'an invoice that starts with A adjusts bad debt': {
    outcome: 'bad_debt',
    row: 'A563185,B,Adjust bad debt,1,2010-12-02 14:50:00,11062.06,,United Kingdom',
  },
  'postage is no product': {
    outcome: 'non_product',
    row: '536370,POST,POSTAGE,3,2010-12-01 08:45:00,18.0,12583.0,France',
  },
  'postage that is cancelled is no return': {
    outcome: 'non_product',
    row: 'C536383,post,POSTAGE,-1,2010-12-01 09:49:00,18.0,12583.0,France',
  },
  'negative units at price 0 are written off': {
    outcome: 'write_off',
    row: '536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom',
  },
  'units at price 0 are no sale': {
    outcome: 'without_value',
    row: '536414,22139,found,56,2010-12-01 11:52:00,0.0,,United Kingdom',
  },
  'a negative price is no sale': {
    outcome: 'without_value',
    row: '536999,22139,RETROSPOT TEA SET,1,2010-12-01 11:52:00,-1.0,,United Kingdom',
  },
  'an ordinary invoice that takes goods back contradicts itself': {
    outcome: 'contradictory',
    row: '536998,22139,RETROSPOT TEA SET,-1,2010-12-01 11:52:00,4.25,,United Kingdom',
  },
  'a quantity that is no whole number cannot be read': {
    outcome: 'unreadable',
    row: '536997,22139,RETROSPOT TEA SET,1.5,2010-12-01 11:52:00,4.25,,United Kingdom',
  },
  'a price finer than a penny cannot be read, and is not rounded': {
    outcome: 'unreadable',
    row: '536996,22139,RETROSPOT TEA SET,1,2010-12-01 11:52:00,4.255,,United Kingdom',
  },
  'a day that is not in the calendar cannot be read': {
    outcome: 'unreadable',
    row: '536995,22139,RETROSPOT TEA SET,1,2010-02-30 11:52:00,4.25,,United Kingdom',
  },
  'a row without an invoice number cannot be read': {
    outcome: 'unreadable',
    row: ',22139,RETROSPOT TEA SET,1,2010-12-01 11:52:00,4.25,,United Kingdom',
  },
};

describe('the rules of the import', () => {
  for (const [sentence, { outcome, row }] of Object.entries(CASES))
    test(sentence, async (t) => {
      const root = trialFolder(t);
      const source = writeInvoices(trialFolder(t), 'day.csv', [SALE.replace('536365', '1'), row]);
      await buildLake(root, onlineRetail(source), trialEffects());
      const expected = RULES.map((rule, index) => ({
        outcome: rule.outcome,
        precedence: index + 1,
        row_count: (rule.outcome === outcome ? 1 : 0) + (rule.outcome === 'sale' ? 1 : 0),
      }));
      const report = 'SELECT outcome, precedence, row_count FROM gold.import_report ORDER BY precedence';
      assert.deepEqual(await askLake(root, report), expected);
    });

  test('a row sent again is a duplicate, whatever else it is', async (t) => {
    const root = trialFolder(t);
    const postage = CASES['postage is no product']?.row ?? '';
    const source = trialFolder(t);
    writeInvoices(source, 'a.csv', [SALE, SALE, postage]);
    writeInvoices(source, 'b.csv', [postage, SALE]);
    await buildLake(root, onlineRetail(source), trialEffects());
    const setAside = await askLake(
      root,
      'SELECT source_file, source_line, outcome FROM silver.set_aside ORDER BY source_file, source_line',
    );
    assert.deepEqual(setAside, [
      { source_file: 'a.csv', source_line: 3, outcome: 'exact_duplicate' },
      { source_file: 'a.csv', source_line: 4, outcome: 'non_product' },
      { source_file: 'b.csv', source_line: 2, outcome: 'exact_duplicate' },
      { source_file: 'b.csv', source_line: 3, outcome: 'exact_duplicate' },
    ]);
  });
});
