import 'server-only';

/** Least that is billed for one statement, in megabytes. */
const LEAST_BILLED_MB = 10;

/**
 * Megabytes that serverless SQL bills for a statement, from the message it sends behind the rows: what was read from
 * storage and what moved between nodes and to us, ten at least. Undefined where the message says something else.
 */
export function megabytesBilled(message: string): number | undefined {
  const sizes = /data scanned is (\d+) megabytes, total size of data moved is (\d+) megabytes/i.exec(message);
  if (!sizes) return undefined;
  return Math.max(LEAST_BILLED_MB, Number(sizes[1]) + Number(sizes[2]));
}
