import type { SearchParams } from '#lib/period.ts';
import {
  DECISION_COLUMNS,
  decisionRows,
  MARKDOWN_COLUMNS,
  OUTCOME_COLUMNS,
  outcomeRows,
  RECOMMENDATION_COLUMNS,
  recommendedRows,
} from '#lib/price-columns.ts';
import { choosePriceFilter, PRICE_FILTERS } from '#lib/price-view.ts';
import { listMarkdowns } from '#server/synapse/prices/list-markdowns.ts';
import { listPriceOutcomes } from '#server/synapse/prices/list-price-outcomes.ts';
import { askDecisions } from '../../../(dashboard)/pricing/ask-decisions.ts';
import { askPrices, filterOf } from '../../../(dashboard)/pricing/ask-prices.ts';
import { exportAnswer, type TableExport } from '../table-export.ts';

const OF_PRICES = { page: 'pricing', label: 'Internal' } as const;

/** The tables of the page of prices, and with `?product=P-0101` those of the page of a price. */
export const PRICE_EXPORTS: Readonly<Record<string, TableExport>> = {
  prices: {
    ...OF_PRICES,
    title: 'Recommended prices',
    changes: true,
    ask: async ({ search }) => {
      const { rows, ...answer } = await askPrices();
      const filter = search['standing'] === undefined ? null : choosePriceFilter(search);
      const shown = filter === null ? rows : rows.filter((row) => filterOf(row) === filter);
      return exportAnswer(
        RECOMMENDATION_COLUMNS,
        { ...answer, rows: recommendedRows(shown) },
        { about: [['Standing', filter === null ? 'All' : PRICE_FILTERS[filter]]] },
      );
    },
  },
  markdowns: {
    ...OF_PRICES,
    title: 'Markdowns of ageing stock',
    ask: async () => exportAnswer(MARKDOWN_COLUMNS, await listMarkdowns({})),
  },
  'price-decisions': {
    ...OF_PRICES,
    title: 'Decisions about prices',
    changes: true,
    ask: async ({ search }) => {
      const { decisions, ...answer } = await askDecisions(productOf(search));
      return exportAnswer(DECISION_COLUMNS, { ...answer, rows: decisionRows(decisions) });
    },
  },
  'price-outcomes': {
    ...OF_PRICES,
    title: 'What became of changes of price',
    ask: async ({ search }) => {
      const product = productOf(search);
      const answer = await listPriceOutcomes({});
      const own = answer.rows.filter(({ productId }) => product === undefined || productId === product);
      return exportAnswer(OUTCOME_COLUMNS, { ...answer, rows: outcomeRows(own) });
    },
  },
};

const productOf = ({ product }: SearchParams): string | undefined =>
  typeof product === 'string' && product !== '' ? product : undefined;
