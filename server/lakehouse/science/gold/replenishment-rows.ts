import { phantomStockScore } from '#lib/phantom-stock.ts';
import type { replenishment } from '#server/gold/tables/replenishment.ts';
import type { CubePair } from '../demand/demand-cube.ts';
import type { PastDemand } from '../demand/past-demand.ts';
import { type OrderProposal, orderProposal } from '../replenishment/order-proposal.ts';
import type { StockFacts, StockPositionFacts } from '../replenishment/read-stock-facts.ts';
import { type AbcClass, abcClasses, xyzClass } from '../replenishment/stock-health.ts';
import type { ForecastDemand } from './forecast-rows.ts';
import type { ScienceRow } from './science-step.ts';

/** What is proposed for one product in one store, with all it was reckoned from. */
export interface StockProposal {
  readonly facts: StockPositionFacts;
  readonly proposal: OrderProposal;
  readonly abc: AbcClass;
  /** Place of the pair in the cube; undefined where it sold too seldom to be forecast. */
  readonly pair: number | undefined;
  readonly ahead: Float64Array;
}

const UNKNOWN = { perUnit: 1.5, perSquare: 0.04 };

export function stockProposals(demand: ForecastDemand, stock: StockFacts): StockProposal[] {
  const { cube, tree, forecast, spreads } = demand;
  const places = new Map(cube.pairs.map((pair, at) => [keyOf(demand, pair), at]));
  const closed = new Set(
    cube.stores.filter(({ isOpen }) => !isOpen.subarray(cube.days).includes(1)).map(({ id }) => id),
  );
  const abc = classesByStore(stock.positions);
  return stock.positions.map((facts, at) => {
    const pair = places.get(`${facts.storeId} ${facts.productId}`);
    const node = pair === undefined ? -1 : (tree.pairNode[pair] ?? -1);
    const ahead =
      node < 0
        ? new Float64Array(cube.horizon)
        : forecast.means.subarray(node * cube.horizon, (node + 1) * cube.horizon);
    const own = abc[at] ?? 'C';
    const proposal = orderProposal(
      ...([facts, ahead, spreads.get('product') ?? UNKNOWN, own] as const),
      stock.reviewPeriod,
      closed.has(facts.storeId),
    );
    return { facts, proposal, abc: own, pair, ahead };
  });
}

const keyOf = ({ cube }: ForecastDemand, { store, product }: CubePair) =>
  `${cube.stores[store]?.id} ${cube.products[product]?.id}`;

function classesByStore(positions: readonly StockPositionFacts[]): AbcClass[] {
  const classes = new Array<AbcClass>(positions.length).fill('C');
  for (const [, places] of Map.groupBy(positions.keys(), (at) => positions[at]?.storeId)) {
    const own = abcClasses(places.map((at) => positions[at]?.margin91 ?? 0));
    for (const [i, at] of places.entries()) classes[at] = own[i] ?? 'C';
  }
  return classes;
}

export function* replenishmentRows(
  demand: ForecastDemand,
  stock: StockFacts,
  proposals: readonly StockProposal[],
  past: PastDemand,
): Iterable<ScienceRow<typeof replenishment>> {
  for (const { facts, proposal, abc, pair } of proposals) {
    const lost = pair === undefined ? 0 : lostLately(demand, past, pair);
    yield {
      store_id: facts.storeId,
      product_id: facts.productId,
      supplier_id: facts.supplierId,
      as_of_date: stock.asOf,
      on_hand: facts.onHand,
      on_order: facts.onOrder,
      available_to_sell: facts.available,
      inventory_position: facts.position,
      demand_rate: proposal.rate,
      demand_30_days: proposal.demand30,
      days_of_cover: proposal.cover,
      projected_stockout_date: proposal.shortDay === null ? null : dayAfter(stock.asOf, proposal.shortDay),
      service_level: proposal.serviceLevel,
      review_period_days: stock.reviewPeriod,
      lead_time_mean: facts.leadTime,
      lead_time_deviation: facts.leadTimeDeviation,
      safety_stock: proposal.safetyStock,
      reorder_point: proposal.reorderPoint,
      order_up_to: proposal.orderUpTo,
      pack_size: facts.packSize,
      minimum_order: facts.minimumOrder,
      order_units: proposal.orderUnits,
      order_reason: proposal.reason,
      abc_class: abc,
      xyz_class: pair === undefined ? 'Z' : variability(demand, past, pair),
      units_sold_28_days: facts.sold28,
      opening_units_28_days: facts.opening28,
      received_units_28_days: facts.received28,
      last_sold_date: facts.lastSold,
      empty_days_28_days: facts.emptyDays28,
      lost_units_28_days: lost,
      lost_sales_28_days: lost * (facts.unitPrice ?? 0),
      phantom_score: pair === undefined ? 0 : phantomScore(demand, past, pair, facts.onHand),
      stock_state: proposal.state,
      excess_units: proposal.excess,
      unit_price: facts.unitPrice,
      unit_cost: facts.unitCost,
    };
  }
}

export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

const LATELY = 28;

function lostLately({ cube }: ForecastDemand, past: PastDemand, pair: number): number {
  let lost = 0;
  for (let day = Math.max(0, cube.days - LATELY); day < cube.days; day++) lost += past.lost(pair, day);
  return lost;
}

const WEEKS = 26;

/** XYZ of weekly demand; what its season, week and prices lead one to expect is no variation. */
function variability({ cube }: ForecastDemand, past: PastDemand, pair: number) {
  const weeks = Math.min(WEEKS, Math.floor(cube.days / 7));
  const sold = new Array<number>(weeks).fill(0);
  const expected = new Array<number>(weeks).fill(0);
  for (let day = cube.days - 7 * weeks; day < cube.days; day++) {
    const week = Math.floor((day - cube.days + 7 * weeks) / 7);
    sold[week] = (sold[week] ?? 0) + (cube.pairs[pair]?.sold[day] ?? 0) + past.lost(pair, day);
    expected[week] = (expected[week] ?? 0) + past.expected(pair, day);
  }
  const open = [...sold.keys()].filter((week) => (expected[week] ?? 0) > 0);
  const mean = open.reduce((sum, week) => sum + (expected[week] ?? 0), 0) / open.length;
  return xyzClass(
    open.map((week) => sold[week] ?? 0),
    open.map((week) => (expected[week] ?? 0) / mean),
  );
}

/** Share of records that stand for an empty shelf at any time: two in a thousand, which is few enough not to cry wolf. */
const WRONG_RECORDS = 0.002;

/** Days since the last sale on which stock was on record say how likely it is there; people buying two at once make silence likelier. */
function phantomScore(
  { cube, spreads }: ForecastDemand,
  past: PastDemand,
  pair: number,
  onHand: number,
): number {
  const own = cube.pairs[pair];
  if (!own) return 0;
  let wanted = 0;
  let days = 0;
  for (let day = cube.days - 1; day >= own.from && !own.sold[day] && own.stock[day] === 0; day--) {
    wanted += past.expected(pair, day);
    days++;
  }
  const perUnit = Math.max(1, spreads.get('product')?.perUnit ?? 1);
  const sales = perUnit > 1.001 ? (wanted * Math.log(perUnit)) / (perUnit - 1) : wanted;
  return days > 0 ? phantomStockScore(onHand, sales / days, days, WRONG_RECORDS) : 0;
}
