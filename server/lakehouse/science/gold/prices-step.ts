import {
  markdownSchedule,
  priceElasticities,
  priceOutcomes,
  priceRecommendations,
} from '#server/gold/tables/gold-prices.ts';
import type { ScienceStep } from './science-step.ts';

/** What a price does, which price to take, and what became of those that were taken. */
export const pricesStep: ScienceStep = {
  name: 'prices',
  tables: [priceElasticities, priceRecommendations, markdownSchedule, priceOutcomes],
  make: async () => ({}),
};
