import type { ScienceCommand } from './command.ts';
import { clvCommand } from './customers/clv-command.ts';
import { elasticityCommand } from './elasticity/elasticity-command.ts';
import { forecastCommand } from './forecast/forecast-command.ts';
import { pricesCommand } from './prices/prices-command.ts';
import { rulesCommand } from './rules/rules-command.ts';

/** Every command of `npm run science`, in the order the list shows them. */
export const COMMANDS: readonly ScienceCommand[] = [
  rulesCommand,
  elasticityCommand,
  pricesCommand,
  forecastCommand,
  clvCommand,
];
