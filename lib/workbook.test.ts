import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDate } from './business-date.ts';
import { sheetHead, sheetRow, workbookParts } from './workbook.ts';

describe('a workbook', () => {
  test('holds figures as numbers and days as dates, counted as spreadsheets count them', () => {
    // 44927 is 1 January 2023 in Microsoft's own table of serial numbers.
    assert.match(sheetRow([{ day: businessDate('2023-01-01') }]), /<c s="2"><v>44927<\/v><\/c>/);
    assert.match(sheetRow([{ figure: '-1234.56', style: 'money' }]), /<c s="4"><v>-1234.56<\/v><\/c>/);
    assert.equal(sheetRow([null]), '<row><c/></row>');
  });

  test('keeps text to the letter, and a formula is text that stays text', () => {
    assert.match(sheetRow([{ text: '=1+1' }]), /<c s="7" t="inlineStr"><is><t xml:space="preserve">=1\+1</);
    assert.match(sheetRow([{ text: '<b>&"x' }]), />&lt;b&gt;&amp;&quot;x</);
    assert.match(sheetRow([{ text: 'a_x000D_b' }]), />a_x005F_x000D_b</);
    assert.match(sheetRow([{ text: 'a\u0000\uFFFFb' }]), />ab</);
  });

  test('names its sheet so that a spreadsheet opens it', () => {
    const parts = workbookParts('Top [200] products: by net sales, and more words');
    assert.match(parts['xl/workbook.xml'] ?? '', /<sheet name="Top {2}200 {2}products {2}by net sale" /);
    assert.match(sheetHead(['text', 'money'], true), /<col min="2" max="2" width="16"/);
  });
});
