/** How far figures may go, from the freest to the most closely held. Each table of the gold contract bears one. */
export const SENSITIVITY_LABELS = [
  'General',
  'Internal',
  'Confidential - PII',
  'Highly Confidential',
] as const;
export type SensitivityLabel = (typeof SENSITIVITY_LABELS)[number];

/** What a label asks of whoever reads it. */
export const LABEL_WORDS: Readonly<Record<SensitivityLabel, string>> = {
  General: 'may be shown to anybody',
  Internal: 'not for anybody outside the company',
  'Confidential - PII': 'about people: nothing of it leaves this screen',
  'Highly Confidential': 'for those who are named only',
};

/** What is put together is as sensitive as its most sensitive part. Of nothing at all it is General. */
export function highestLabel(labels: Iterable<SensitivityLabel>): SensitivityLabel {
  const ranks = [...labels].map((label) => SENSITIVITY_LABELS.indexOf(label));
  return SENSITIVITY_LABELS[Math.max(0, ...ranks)] ?? 'Highly Confidential';
}
