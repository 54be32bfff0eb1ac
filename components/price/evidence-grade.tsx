import { EVIDENCE_GRADES, type EvidenceGrade as Grade } from '#lib/price-recommendation.ts';

/** How far an estimate can be trusted: the letter, and what it means where nobody sees a tooltip. */
export function EvidenceGrade({ grade }: { grade: Grade }) {
  const tone = grade === 'A' ? 'border-line-strong text-ink' : 'border-line text-ink-muted';
  return (
    <span
      title={EVIDENCE_GRADES[grade]}
      className={`inline-grid h-5 min-w-5 place-items-center rounded border px-1 text-xs font-semibold ${tone}`}
    >
      {grade === 'none' ? '–' : grade}
      <span className="sr-only">, {EVIDENCE_GRADES[grade]}</span>
    </span>
  );
}
