/** What is to be forecast: the periods origin + gap … origin + gap + horizon - 1, so a gap of 1 starts at the next. */
export interface ForecastPlan {
  /** Periods after which patterns repeat, the shortest first; [1] for none. */
  readonly seasons: readonly number[];
  readonly horizon: number;
  readonly gap: number;
  /** Values are natural logarithms: errors are of what they are logarithms of. */
  readonly isLog: boolean;
}

/** Periods from the origin to the last one forecast. */
export const leadOf = ({ gap, horizon }: ForecastPlan): number => Math.max(1, gap) - 1 + horizon;
