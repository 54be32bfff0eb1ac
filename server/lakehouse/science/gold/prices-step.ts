import {
  markdownSchedule,
  priceElasticities,
  priceOutcomes,
  priceRecommendations,
} from '#server/gold/tables/gold-prices.ts';
import type { Bench } from '../../bench.ts';
import { DEMAND_ROWS } from '../prices/demand-cells-sql.ts';
import { elasticityRow } from '../prices/elasticity-rows.ts';
import { dropDemand, makeDemand } from '../prices/make-demand.ts';
import { markdownRows } from '../prices/markdown-rows.ts';
import { outcomeRows, type PastPrice } from '../prices/outcome-rows.ts';
import { readPriceFacts } from '../prices/price-facts.ts';
import type { PriceStudy } from '../prices/price-study.ts';
import type { DemandCell, ProductDemand } from '../prices/product-demand.ts';
import { productElasticities } from '../prices/product-elasticities.ts';
import { recommendationRow } from '../prices/recommendation-rows.ts';
import { type ScienceStep, scienceRows } from './science-step.ts';

/** What a price does, which price to take, and what became of those that were taken. */
export const pricesStep: ScienceStep = {
  name: 'prices',
  tables: [priceElasticities, priceRecommendations, markdownSchedule, priceOutcomes],
  async make(bench, report) {
    await makeDemand(bench);
    const demands = await readDemands(bench);
    const studies = await studyPrices(bench, demands);
    const past = Map.groupBy(await readPastPrices(bench), ({ productId }) => productId);
    await dropDemand(bench);
    const known = studies.filter(({ elasticity }) => elasticity?.evidence.grade === 'A').length;
    report(`elasticities: ${known} of ${studies.length} products to act on`);
    const recommendations = studies.flatMap((study) => recommendationRow(study) ?? []);
    const outcomes = studies.flatMap((study) => outcomeRows(study, past.get(study.facts.productId) ?? []));
    return {
      price_elasticities: await scienceRows(bench, priceElasticities, studies.map(elasticityRow)),
      price_recommendations: await scienceRows(bench, priceRecommendations, recommendations),
      markdown_schedule: await scienceRows(bench, markdownSchedule, studies.flatMap(markdownRows)),
      price_outcomes: await scienceRows(bench, priceOutcomes, outcomes),
    };
  },
};

interface DemandRow {
  readonly [column: string]: string | number | null;
  readonly product_id: string;
  readonly category: string;
  readonly week_from: string;
  readonly regular_price: number;
  readonly reduction: number;
  readonly reduced_beside: number;
  readonly units: number;
  readonly chance: number;
  readonly rival_gap: number | null;
}

async function readDemands(bench: Bench): Promise<ProductDemand[]> {
  const rows = await bench.rows<DemandRow>(DEMAND_ROWS);
  return [...Map.groupBy(rows, ({ product_id }) => product_id)].map(([productId, own]) => ({
    productId,
    category: own[0]?.category ?? '',
    cells: own.map(cellOf),
  }));
}

const cellOf = (row: DemandRow): DemandCell => ({
  ...{ week: row.week_from, regularPrice: row.regular_price, reduction: row.reduction },
  ...{ reducedBeside: row.reduced_beside, units: row.units, chance: row.chance, rivalGap: row.rival_gap },
});

async function studyPrices(bench: Bench, demands: readonly ProductDemand[]): Promise<PriceStudy[]> {
  const demandOf = new Map(demands.map((demand) => [demand.productId, demand]));
  const elasticityOf = new Map(productElasticities(demands).map((found) => [found.productId, found]));
  return (await readPriceFacts(bench)).map((facts) => ({
    facts,
    demand: demandOf.get(facts.productId),
    elasticity: elasticityOf.get(facts.productId),
  }));
}

const readPastPrices = (bench: Bench): Promise<PastPrice[]> =>
  bench.rows<{ [Name in keyof PastPrice]: PastPrice[Name] }>(`
    SELECT product_id AS "productId", CAST(valid_from AS VARCHAR) AS "from",
      CAST(100 * regular_price AS INTEGER) AS price, CAST(100 * unit_cost AS INTEGER) AS cost
    FROM silver.products WHERE regular_price > 0
    QUALIFY regular_price IS DISTINCT FROM lag(regular_price) OVER (PARTITION BY product_id ORDER BY valid_from)
    ORDER BY product_id, valid_from`);
