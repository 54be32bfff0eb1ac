import type { LakeTable } from '#server/gold/table.ts';
import { qualifiedName } from '#server/gold/table.ts';
import type { Bench } from './bench.ts';
import { QUALITY_RULES, type QualityRule } from './quality-rules.ts';
import { checkReferences } from './references.ts';
import { literal } from './sql-text.ts';

/** What was checked and what came of it: one row of silver.quality_checks. */
export interface Finding {
  readonly table: string;
  readonly name: string;
  readonly kind: QualityRule['kind'] | 'contract' | 'reconciliation';
  readonly severity: QualityRule['severity'];
  readonly failures: number;
  readonly detail: string | null;
}

/** Tries every rule and every reference on the tables of a build. @throws QualityError naming each blocking rule that is broken. */
export async function checkQuality(bench: Bench): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { finding, ...rule } of QUALITY_RULES) {
    const [found] = await bench.rows<{ failures: number; detail: string | null }>(
      `SELECT CAST(failures AS INTEGER) AS failures, left(CAST(detail AS VARCHAR), 400) AS detail FROM (${finding})`,
    );
    const failures = found?.failures ?? 0;
    findings.push({ ...rule, failures, detail: failures > 0 ? (found?.detail ?? null) : null });
  }
  findings.push(...(await checkReferences(bench)));
  const broken = findings.filter(({ severity, failures }) => severity === 'blocking' && failures > 0);
  if (broken.length > 0) throw new QualityError(broken);
  return findings;
}

/** Tables that kept their contract, as findings: one that did not has stopped the build. */
export function contractKept(tables: readonly LakeTable[]): Finding[] {
  return tables.map((table) => ({
    table: qualifiedName(table),
    name: 'Columns, types, nulls, lengths and keys are as declared',
    kind: 'contract',
    severity: 'blocking',
    failures: 0,
    detail: null,
  }));
}

/** SELECT of silver.quality_checks. */
export function qualityChecksSql(findings: readonly Finding[]): string {
  const rows = findings.map(({ table, name, kind, severity, failures, detail }) => {
    const outcome = failures > 0 ? 'failed' : 'passed';
    const texts = [table, name, kind, severity, outcome].map(literal).join(', ');
    return `(${texts}, ${failures}, ${detail === null ? 'NULL' : literal(detail)})`;
  });
  return `SELECT * FROM (VALUES ${rows.join(', ')})
    AS q(table_name, check_name, kind, severity, outcome, failures, detail)`;
}

export class QualityError extends Error {
  readonly code = 'QUALITY_FAILED';
  constructor(broken: readonly Finding[]) {
    const sentences = broken.map(
      ({ table, name, failures, detail }) => `${table}: ${name}; broken ${failures} times, ${detail}`,
    );
    super(`The build is not served. ${sentences.join('. ')}`);
    this.name = 'QualityError';
  }
}
