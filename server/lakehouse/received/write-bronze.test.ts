import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBench } from '../bench.ts';
import { onlineRetail } from '../online-retail/source.ts';
import { HEADER, trialFolder } from '../trial.ts';

const ROW = '1,22423,CAKESTAND,2,2010-12-01 08:26:00,12.75,17850.0,United Kingdom';

test('a column nobody reads is told of, when its file is read and when it is carried over', async (t) => {
  const [folder, before] = [trialFolder(t), trialFolder(t)];
  writeFileSync(join(folder, 'a.csv'), `${HEADER}\n${ROW}\n`);
  writeFileSync(join(folder, 'b.csv'), `Till,${HEADER},Note\n7,${ROW},\n`);
  const written = async (carried?: string) => {
    const bench = await openBench(trialFolder(t), 'build');
    const said: string[] = [];
    try {
      await onlineRetail(folder).writeBronze(bench, (line) => void said.push(line), carried);
      if (carried === undefined) cpSync(bench.folder, before, { recursive: true });
    } finally {
      bench.close();
    }
    return said;
  };
  assert.deepEqual(await written(), [
    'online_retail: a.csv 1 rows',
    'online_retail: b.csv 1 rows, not used: Till, Note',
  ]);
  assert.deepEqual(await written(before), ['online_retail: b.csv, not used: Till, Note']);
});
