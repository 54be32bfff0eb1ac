import type { MinorUnits } from './money.ts';

/** One outcome of the import. Every row of the source falls in exactly one, so the parts add up to the whole. */
export interface ImportOutcome {
  readonly outcome: string;
  /** Order in which the rules are tried, from 1. */
  readonly precedence: number;
  /** The rule in words. */
  readonly ruleText: string;
  readonly rowCount: number;
  /** Sum of quantity × unit price of those rows. */
  readonly amount: MinorUnits;
}
