import type { HistoryReport } from './check-history.ts';
import { HISTORY_DAYS } from './make-history.ts';
import type { Expected } from './oracle.ts';

/** What is wrong with the outcome of a history, one sentence each; empty where nothing was lost, doubled or set back. */
export function judgeHistory(report: HistoryReport): string[] {
  const { events, applied, dead, pending, expected, found, followed } = report;
  const wrong: string[] = [];
  if (applied !== events) wrong.push(`${applied} of ${events} events were counted`);
  if (dead !== 0) wrong.push(`${dead} events were set aside`);
  if (pending !== 0) wrong.push(`${pending} entries are unfinished`);
  for (const part of ['days', 'windows', 'onHand'] as const) {
    const differing = differences(expected[part], found[part]);
    if (differing.length > 0) wrong.push(`${differing.length} of ${part} differ, as ${differing[0]}`);
  }
  if (followed.backwards !== 0) wrong.push(`the reader was set back ${followed.backwards} times`);
  const told = String(followed.sales?.transactions);
  if (told !== transactionsOf(expected)) wrong.push(`the reader was told of ${told} transactions`);
  return wrong;
}

function differences(expected: object, found: object): string[] {
  const [a, b] = [new Map(Object.entries(expected)), new Map(Object.entries(found))];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => a.get(key) !== b.get(key))
    .map((key) => `${key}: ${b.get(key)} instead of ${a.get(key)}`);
}

/** Of the day that is open. */
function transactionsOf({ days }: Expected): string {
  const prefix = `${HISTORY_DAYS.at(-1)} transactions:`;
  const own = Object.entries(days).filter(([key]) => key.startsWith(prefix));
  return String(own.reduce((sum, [, count]) => sum + Number(count), 0));
}
