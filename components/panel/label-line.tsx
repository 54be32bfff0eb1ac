import { LABEL_WORDS, type SensitivityLabel } from '#lib/sensitivity.ts';

/** How far what stands above may go, as the gold contract says. It stands on paper too. */
export function LabelLine({ label, className = '' }: { label: SensitivityLabel; className?: string }) {
  return (
    <p data-label={label} className={`text-xs text-ink-muted ${className}`}>
      <span className="font-medium">{label}</span>: {LABEL_WORDS[label]}
    </p>
  );
}
