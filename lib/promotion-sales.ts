import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';

/** What the products of a promotion sold on its days, as far as they lie in a period. */
export interface PromotionSales {
  readonly promotionId: string;
  readonly fromDate: BusinessDate;
  readonly toDate: BusinessDate;
  /** Share taken off the regular price, in ten-thousandths: 1500 = 15%. */
  readonly reductionTenThousandths: number;
  readonly products: number;
  readonly grossSales: MinorUnits;
  readonly discounts: MinorUnits;
  readonly netSales: MinorUnits;
  readonly units: number;
}

/** Some promotions that begin and end on the same days. */
export interface PromotionWindow {
  readonly fromDate: BusinessDate;
  readonly toDate: BusinessDate;
  readonly promotions: number;
  readonly products: number;
}
