import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';

/** Prices that statistics recommend to change, taken together. */
export interface PriceDecisions {
  readonly raises: number;
  readonly cuts: number;
  /** Expected change of the margin over the horizon against doing nothing. */
  readonly marginChange: MinorUnits;
  readonly horizonDays: number;
  readonly asOf: BusinessDate;
}
