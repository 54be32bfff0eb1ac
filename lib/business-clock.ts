import type { BusinessDate } from './business-date.ts';

/** The one clock of the product: today is the day after the lake's last closed date, whatever the calendar says. */
export interface BusinessClock {
  readonly businessDate: BusinessDate;
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** IANA zone of the stores. */
  readonly timeZone: string;
  /** The build of the lake the clock was read from. */
  readonly buildId: string;
}
