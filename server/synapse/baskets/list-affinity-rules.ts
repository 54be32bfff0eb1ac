import 'server-only';
import { z } from 'zod';
import type { AffinityRule } from '#lib/affinity.ts';
import { countColumn, estimateColumn, textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

/** The rules of one slice, those of the highest lift first. */
export const listAffinityRules = openGoldQuery({
  name: 'baskets.list-affinity-rules',
  everyoneBecause:
    'rules are of the chain and of formats, never of a store; the page is for those who see the chain',
  params: z.strictObject({
    level: textParameter(16),
    storeFormat: textParameter(32),
    season: textParameter(8),
  }),
  sql: `
    SELECT
      r.antecedent AS antecedent,
      r.consequent AS consequent,
      r.antecedent_name AS antecedentName,
      r.consequent_name AS consequentName,
      r.baskets_with_both AS bothCount,
      r.baskets_with_antecedent AS withAntecedent,
      r.baskets_with_consequent AS withConsequent,
      r.baskets AS baskets,
      r.support AS support,
      r.confidence AS confidence,
      r.lift AS lift,
      r.lift_within AS liftWithin,
      r.leverage AS leverage,
      r.conviction AS conviction,
      r.p AS p,
      r.q AS q
    FROM gold.affinity_rules AS r
    WHERE r.level = @level AND r.store_format = @storeFormat AND r.season = @season
    ORDER BY r.lift DESC, r.antecedent, r.consequent`,
  row: z.object({
    antecedent: textColumn(),
    consequent: textColumn(),
    antecedentName: textColumn(),
    consequentName: textColumn(),
    bothCount: countColumn(),
    withAntecedent: countColumn(),
    withConsequent: countColumn(),
    baskets: countColumn(),
    support: estimateColumn(),
    confidence: estimateColumn(),
    lift: estimateColumn(),
    liftWithin: estimateColumn(),
    leverage: estimateColumn(),
    conviction: estimateColumn().nullable(),
    p: estimateColumn(),
    q: estimateColumn(),
  }) satisfies z.ZodType<AffinityRule>,
});
