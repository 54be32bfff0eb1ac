import type { Staleness } from './answer.ts';
import type { BusinessDate } from './business-date.ts';

/** The lake that every figure of a page comes from: what it covers, and how old it is. */
export interface LakeStatus {
  readonly buildId: string;
  /** Where the rows came from, in words. */
  readonly sourceName: string;
  readonly firstDate: BusinessDate;
  /** Last business date that is complete; the day after it is today. */
  readonly lastClosedDate: BusinessDate;
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** IANA zone of the stores. */
  readonly timeZone: string;
  /** When the build finished loading, epoch milliseconds. */
  readonly loadedAt: number;
  /** Checks of the build, and those of them that do not hold. */
  readonly checks: number;
  readonly failedChecks: number;
  /** Set where the source cannot be asked whether this is still the current build. */
  readonly stale: Staleness | null;
}
