'use client';
import { ALERT_RULES, type Alert, type AlertRule } from '#lib/alert.ts';
import { formatCount } from '#lib/figures.ts';

interface AlertRulesProps {
  /** Those that are told now, dearest first. */
  readonly alerts: readonly Alert[];
  /** Null for all of them. */
  readonly chosen: AlertRule | null;
  readonly onChoose: (rule: AlertRule | null) => void;
}

/** The queue by what went wrong: a long morning is looked through one kind at a time. */
export function AlertRules({ alerts, chosen, onChoose }: AlertRulesProps) {
  const rules = [...Map.groupBy(alerts, ({ rule }) => rule)];
  if (rules.length < 2) return null;
  const choices = [
    { rule: null, title: 'All', count: alerts.length },
    ...rules.map(([rule, own]) => ({ rule, title: ALERT_RULES[rule].title, count: own.length })),
  ];
  return (
    <fieldset className="mb-2 flex flex-wrap gap-1.5 text-sm">
      <legend className="sr-only">Kind of alert</legend>
      {choices.map(({ rule, title, count }) => (
        <button
          key={rule ?? 'all'}
          type="button"
          aria-pressed={rule === chosen}
          onClick={() => onChoose(rule)}
          className="min-h-8 rounded-full border border-line px-3 text-ink-muted hover:bg-surface-sunken hover:text-ink aria-pressed:border-line-strong aria-pressed:bg-surface-sunken aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:min-h-11"
        >
          {title} {formatCount(count)}
        </button>
      ))}
    </fieldset>
  );
}
