// node --conditions=react-server server/hotpath/history/main.ts: 100,000 events under 60 kills, for npm run prove.
// EVENTS, KILLS and SEED change that; the seed is printed, so that a failure can be had again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkHistory } from './check-history.ts';
import { judgeHistory } from './judge-history.ts';

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const seed = number('SEED', Date.now() % 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'history-'));
try {
  console.log(`seed ${seed}`);
  const report = await checkHistory({
    folder,
    events: number('EVENTS', 100_000),
    kills: number('KILLS', 60),
    seed,
  });
  const { expected: _expected, found: _found, ...figures } = report;
  const { sales: _sales, ...followed } = report.followed;
  console.log(JSON.stringify({ ...figures, followed }));
  const wrong = judgeHistory(report);
  for (const sentence of wrong) console.error(`✗ ${sentence}`);
  if (wrong.length === 0) console.log('✓ nothing lost, nothing counted twice, no reader set back');
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
