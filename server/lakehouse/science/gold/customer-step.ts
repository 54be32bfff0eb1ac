import * as tables from '#server/gold/tables/customer-science.ts';
import type { ScienceStep } from './science-step.ts';

export const customerStep: ScienceStep = {
  name: 'customers',
  tables: Object.values(tables),
  make: async () => ({}),
};
