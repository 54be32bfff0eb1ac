import { ALL, chooseSlice } from '#lib/affinity.ts';
import { affinityRows, RULE_COLUMNS } from '#lib/affinity-columns.ts';
import { listAffinityRules } from '#server/synapse/baskets/list-affinity-rules.ts';
import { listBasketSlices } from '#server/synapse/baskets/list-basket-slices.ts';
import { exportAnswer, type TableExport } from '../table-export.ts';

/** The tables of the baskets page. They ask what the page asks. */
export const BASKET_EXPORTS: Readonly<Record<string, TableExport>> = {
  'affinity-rules': {
    page: 'baskets',
    label: 'Internal',
    title: 'Affinity rules',
    ask: async ({ search }) => {
      const slices = await listBasketSlices({});
      const chosen = chooseSlice(search, slices.rows);
      const slice = slices.rows.find(
        ({ level, storeFormat, season }) =>
          level === chosen.level && storeFormat === chosen.storeFormat && season === chosen.season,
      );
      const answer = await listAffinityRules(chosen);
      return exportAnswer(
        RULE_COLUMNS,
        { ...answer, rows: affinityRows(answer.rows) },
        {
          period: slice ? { from: slice.fromDate, to: slice.asOfDate } : null,
          about: [
            ['Level', chosen.level],
            ['Store format', chosen.storeFormat === ALL ? 'all formats' : chosen.storeFormat],
            ['Season', chosen.season],
            ['Baskets', String(slice?.baskets ?? 0)],
            ['Reads as', 'an association between goods of a basket, not an effect of one on the other'],
          ],
        },
      );
    },
  },
};
