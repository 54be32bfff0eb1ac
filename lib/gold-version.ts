import type { BusinessDate } from './business-date.ts';

/** The build that closed a day last, as it is published to those who hold live figures. */
export interface GoldVersion {
  /** Build ids sort by time. */
  readonly buildId: string;
  readonly lastClosedDate: BusinessDate;
  /** UTC, ISO 8601. */
  readonly at: string;
}
