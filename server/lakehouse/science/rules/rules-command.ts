import type { ScienceCommand } from '../command.ts';
import { csvLine, writeCsv } from '../csv-lines.ts';
import { numberOf, oneOf, optionalText, textOf } from '../options.ts';
import { type AssociationRule, findAssociationRules } from './association-rules.ts';
import { basketCount, minimumCount } from './baskets.ts';
import { readBasketLines, readBasketTable } from './read-baskets.ts';

const HELP = `
npm run science -- rules --data F --format basket|long --min-support S --min-confidence C [--min-length 1] [--out F]

Association rules with one consequent, from every frequent itemset of any length (pattern growth).

  --data F            a CSV file
  --format basket     one basket per line, items parted by commas, quoted when they hold one; no header
  --format long       a header and a line per item: columns basket and item, or --basket COL --item COL
  --min-support S     share of baskets, 0 to 1; a rule is in at least ceil(S x baskets) of them
  --min-confidence C  0 to 1
  --min-length L      items in antecedent and consequent together, as minlen of R's arules; 1 (usual) also gives
                      rules with an empty antecedent, which say how frequent an item is
  --out F             where the rules go; standard output when left out

Every basket counts, those with a single item too; an item counts once per basket.
Columns: antecedent (names parted by commas, quoted as in CSV when they hold one), consequent, count, support,
confidence, lift, leverage, conviction (Infinity without exception), p, q.
p is Fisher's exact test, one-sided (together more often than by chance). q is p adjusted by Benjamini and Hochberg
over every frequent antecedent with every frequent item outside it, also those below the limits, as the limits
select by the same counts; it is larger than an adjustment over the written rules alone.
Sorted by lift, count, names.`;

const HEADER = 'antecedent,consequent,count,support,confidence,lift,leverage,conviction,p,q'.split(',');
const text = { type: 'string' } as const;

export const rulesCommand: ScienceCommand = {
  name: 'rules',
  summary: 'association rules between items of baskets',
  help: HELP,
  options: {
    data: text,
    format: text,
    'min-support': text,
    'min-confidence': text,
    'min-length': text,
    basket: text,
    item: text,
    out: text,
  },
  async run(given, desk) {
    const file = textOf(given, 'data');
    const format = oneOf(given, 'format', ['basket', 'long']);
    const limits = {
      support: numberOf(given, 'min-support', { least: 0, most: 1 }),
      confidence: numberOf(given, 'min-confidence', { least: 0, most: 1 }),
      minLength: numberOf(given, 'min-length', { otherwise: 1, least: 1, whole: true }),
    };
    const columns = [
      optionalText(given, 'basket') ?? 'basket',
      optionalText(given, 'item') ?? 'item',
    ] as const;
    const baskets =
      format === 'basket' ? await readBasketLines(file) : await readBasketTable(file, ...columns);
    const rules = findAssociationRules(baskets, limits);
    const least = minimumCount(limits.support, basketCount(baskets));
    desk.note(
      `${rules.length} rules from ${basketCount(baskets)} baskets of ${baskets.names.length} items, each in at least ${least} baskets`,
    );
    await writeCsv(optionalText(given, 'out'), HEADER, rows(rules), desk);
  },
};

function* rows(rules: readonly AssociationRule[]) {
  for (const rule of rules)
    yield [
      csvLine(rule.antecedent),
      ...[rule.consequent, rule.count, rule.support, rule.confidence, rule.lift],
      ...[rule.leverage, rule.conviction, rule.p, rule.q],
    ];
}
