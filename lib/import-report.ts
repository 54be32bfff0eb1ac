import type { MinorUnits } from './money.ts';
import type { TableColumn } from './table-column.ts';

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

export const REPORT_COLUMNS: readonly TableColumn<ImportOutcome>[] = [
  { id: 'outcome', title: 'What became of it', kind: 'text' },
  { id: 'ruleText', title: 'Rule', kind: 'text' },
  { id: 'precedence', title: 'Tried as', kind: 'count' },
  { id: 'rowCount', title: 'Rows', kind: 'count' },
  { id: 'amount', title: 'Quantity × price', kind: 'money' },
];
