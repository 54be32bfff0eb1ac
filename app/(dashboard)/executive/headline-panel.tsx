import { HeadlineTile } from '#components/panel/headline-tile.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { figureFacts } from '#lib/figure-facts.ts';
import {
  formatMoney,
  formatMoneyWhole,
  formatPeriod,
  formatRate,
  formatRatio,
  scopeInWords,
} from '#lib/figures.ts';
import { changeOf, type MetricName } from '#lib/metrics.ts';
import { type MinorUnits, minorUnits } from '#lib/money.ts';
import { maySee } from '#lib/roles.ts';
import { type StoreMeasures, sumMeasures } from '#lib/store-figures.ts';
import * as rates from '#lib/store-rates.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listStockLevels } from '#server/synapse/stores/list-stock-levels.ts';
import { Asked } from '../asked.tsx';
import { askComparedStores, type StoresView } from '../compared-stores.ts';
import { yearUpTo } from '../year-up-to.ts';

/** The seven figures that say how the chain does, each against its basis and, where one is set, its target. */
export async function HeadlinePanel({ view, className }: { view: StoresView; className: string }) {
  const { scope, role } = await requirePage('executive');
  const { lake, period, comparison } = view;
  const ask = async () => {
    const year = yearUpTo(period.to, lake.firstDate);
    const [compared, levels] = await Promise.all([
      askComparedStores(view, scope),
      listStockLevels({ period: [period], basis: comparison.days, year }, scope),
    ]);
    return { ...compared, levels: levels.rows };
  };
  return (
    <Asked ask={ask} timeZone={lake.timeZone}>
      {({ period: figures, pairs, compPairs, stores, levels, queriedAt }) => {
        const total = sumMeasures(figures);
        if (!total) return <PanelEmpty>No store of yours has a record of these days.</PanelEmpty>;
        const now = sumMeasures(pairs.map((pair) => pair.now));
        const before = sumMeasures(pairs.map((pair) => pair.before));
        const factsOf = (question: string) =>
          figureFacts(lake, {
            covers: `${formatPeriod(period)}. ${scopeInWords(scope)}`,
            ...{ queriedAt, question, more: [['Basis', comparison.words]] },
          });
        const facts = factsOf('stores.list-store-figures');
        const money = (amount: MinorUnits | null) => formatMoneyWhole(amount, lake.currency);
        const pence = (amount: number | null) =>
          formatMoney(amount === null ? null : minorUnits(BigInt(Math.round(amount))), lake.currency);
        const tile = <Value extends number | bigint>(
          metric: MetricName,
          figure: (measures: StoreMeasures) => Value | null,
          write: (value: Value | null) => string,
          more: Partial<Parameters<typeof HeadlineTile>[0]> = {},
        ) => {
          const basisValue = before && figure(before);
          return (
            <HeadlineTile
              metric={metric}
              value={write(figure(total))}
              change={changeOf(metric, now && figure(now), basisValue)}
              basisValue={basisValue === null ? null : write(basisValue)}
              facts={facts}
              {...more}
            />
          );
        };
        const compNow = sumMeasures(compPairs.map((pair) => pair.now));
        const compBefore = sumMeasures(compPairs.map((pair) => pair.before));
        const kept = new Set(stores.map(({ storeId }) => storeId));
        const shelves = levels.filter(({ storeId }) => kept.has(storeId));
        const sum = (of: (level: (typeof shelves)[number]) => number) =>
          shelves.reduce((all, level) => all + of(level), 0);
        const health = rates.availability(
          sum((it) => it.inStock),
          sum((it) => it.ranged),
        );
        const healthThen = comparison.isFair
          ? rates.availability(
              sum((it) => it.basisInStock),
              sum((it) => it.basisRanged),
            )
          : null;
        return (
          <dl className={`grid grid-cols-2 content-start gap-3 sm:gap-4 lg:grid-cols-12 ${className}`}>
            {tile('netSales', ({ netSales }) => netSales, money, {
              exact: formatMoney(total.netSales, lake.currency),
              target:
                total.target === 0n
                  ? null
                  : { value: money(total.target), variance: rates.varianceToTargetRate(total) },
              isLarge: true,
              className: 'col-span-2 lg:col-span-4',
            })}
            {maySee(role, 'margin')
              ? tile('grossMargin', rates.grossMargin, money, {
                  exact: formatMoney(rates.grossMargin(total), lake.currency),
                  note: `${formatRate(rates.grossMarginRate(total))} of net sales`,
                  isLarge: true,
                  className: 'lg:col-span-4',
                })
              : null}
            <HeadlineTile
              metric="compSales"
              value={compNow ? money(compNow.netSales) : '—'}
              {...(compNow && { exact: formatMoney(compNow.netSales, lake.currency) })}
              change={changeOf('compSales', compNow?.netSales ?? null, compBefore?.netSales ?? null)}
              basisValue={compBefore ? money(compBefore.netSales) : null}
              note={compNow ? `${compPairs.length} of ${pairs.length} stores` : 'needs a basis'}
              facts={facts}
              isLarge
              className="lg:col-span-4"
            />
            {tile('conversionRate', rates.conversionRate, formatRate, { className: 'lg:col-span-3' })}
            {tile('atv', rates.atvOf, pence, { className: 'lg:col-span-3' })}
            {tile('upt', rates.uptOf, formatRatio, { className: 'lg:col-span-3' })}
            <HeadlineTile
              metric="availability"
              value={formatRate(health)}
              change={changeOf('availability', health, healthThen)}
              basisValue={healthThen === null ? null : formatRate(healthThen)}
              facts={factsOf('stores.list-stock-levels')}
              className="lg:col-span-3"
            />
          </dl>
        );
      }}
    </Asked>
  );
}
