import { MisuseError, type ScienceCommand } from '../command.ts';
import { type Cell, writeCsv } from '../csv-lines.ts';
import { namesOf, numberOf, oneOf, optionalText, textOf } from '../options.ts';
import { HELP } from './elasticity-help.ts';
import {
  type ElasticityEstimate,
  type ElasticityPlan,
  estimateElasticity,
  LOG_PRICE,
} from './estimate-elasticity.ts';
import { type ProductRows, readDemand } from './read-demand.ts';
import { type Shrinkable, shrinkToCategory } from './shrink.ts';

const HEADER =
  'term,coefficient,standard_error,lower,upper,t,p,n,clusters,degrees_of_freedom,price_points,grade,flags'.split(
    ',',
  );
const text = { type: 'string' } as const;

export const elasticityCommand: ScienceCommand = {
  name: 'elasticity',
  summary: 'price elasticity of demand by regression on logs, with effects absorbed',
  help: HELP,
  options: {
    ...{ data: text, quantity: text, 'log-quantity': { type: 'boolean' }, price: text, effects: text },
    ...{ controls: text, cluster: text, by: text, shrink: text, method: text, level: text, out: text },
  },
  async run(given, desk) {
    const [by, category] = [optionalText(given, 'by'), optionalText(given, 'shrink')];
    if (category !== undefined && by === undefined)
      throw new MisuseError('--shrink needs --by', 'elasticity');
    const plan: ElasticityPlan = {
      method: oneOf(given, 'method', ['ols', 'ppml'], 'ols'),
      isLog: given['log-quantity'] === true,
      level: numberOf(given, 'level', { otherwise: 0.95, least: 0.5, most: 0.9999 }),
    };
    const quantity = textOf(given, 'quantity');
    const { demand, products, withoutNumbers } = await readDemand({
      ...{ file: textOf(given, 'data'), quantity, price: textOf(given, 'price'), by, category },
      ...{ controls: namesOf(given, 'controls'), effects: namesOf(given, 'effects') },
      cluster: optionalText(given, 'cluster'),
    });
    for (const name of withoutNumbers) desk.note(`column ${name} holds no number; words can be --effects`);
    if (plan.isLog) refuseUnits(demand.quantity, quantity);
    const fits = products.map((product) => {
      const estimate = estimateElasticity(demand, plan, product.rows);
      const { missing, unsold } = estimate.leftOut;
      if (missing + unsold > 0)
        desk.note(
          `${product.name} left out: ${missing} rows with missing values, ${unsold} without sales`.trim(),
        );
      return { ...product, estimate };
    });
    const shrunk = category === undefined ? undefined : shrinkWithinCategories(fits);
    const rows = fits.flatMap(({ name, estimate }) =>
      lines(estimate, shrunk?.get(name), category !== undefined).map((line) => (by ? [name, ...line] : line)),
    );
    const header = [...(by ? [by] : []), ...HEADER, ...(category ? ['shrunk', 'shrunk_standard_error'] : [])];
    await writeCsv(optionalText(given, 'out'), header, rows, desk);
  },
};

type Fit = ProductRows & { readonly estimate: ElasticityEstimate };

function shrinkWithinCategories(fits: readonly Fit[]): Map<string, Shrinkable> {
  const known = fits.filter(({ estimate }) => estimate.evidence.grade !== 'none');
  const byCategory = Map.groupBy(known, ({ category }) => category);
  return new Map(
    [...byCategory.values()].flatMap((alike) =>
      shrinkToCategory(alike.map(({ estimate }) => estimate.elasticity)).map(
        (shrunk, i) => [alike[i]?.name ?? '', shrunk] as const,
      ),
    ),
  );
}

/** e to the 40th is 235 million billion units: no log of anything sold, but units given as logs by mistake. */
function refuseUnits(quantity: Float64Array, name: string): void {
  const largest = quantity.reduce((most, value) => (value > most ? value : most), Number.NEGATIVE_INFINITY);
  if (largest > 40)
    throw new MisuseError(
      `--log-quantity says that ${name} holds natural logs, but it holds ${largest}; leave the option out for units`,
      'elasticity',
    );
}

function lines(estimate: ElasticityEstimate, shrunk: Shrinkable | undefined, isShrunk: boolean): Cell[][] {
  const { terms, n, clusters, degreesOfFreedom, evidence } = estimate;
  return terms.map(({ name, coefficient, standardError, lower, upper, t, p }) => [
    ...[name, coefficient, standardError, lower, upper, t, p],
    ...[n, clusters ?? '', degreesOfFreedom, evidence.pricePoints, evidence.grade, evidence.flags.join('; ')],
    ...(!isShrunk
      ? []
      : name === LOG_PRICE && shrunk
        ? [shrunk.coefficient, shrunk.standardError]
        : ['', '']),
  ]);
}
