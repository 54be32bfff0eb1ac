import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkHistory } from './check-history.ts';
import { judgeHistory } from './judge-history.ts';

test('a storm of kills loses nothing, counts nothing twice and sets no reader back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  try {
    const report = await checkHistory({ folder, events: 4_000, kills: 8, seed: 20101224 });
    assert.deepEqual(judgeHistory(report), []);
    assert.deepEqual(report.kills, { processor: 4, connections: 2, redis: 1, hub: 1 });
    assert.deepEqual(
      judgeHistory({ ...report, applied: report.applied - 1, followed: { ...report.followed, backwards: 1 } })
        .length,
      2,
      'and it can tell',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
