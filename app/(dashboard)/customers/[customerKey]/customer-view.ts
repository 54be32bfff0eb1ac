import type { CustomerProfile } from '#lib/customers.ts';
import type { LakeStatus } from '#lib/lake-status.ts';

/** What every panel of the page shares. */
export interface CustomerView {
  readonly customer: CustomerProfile;
  readonly lake: LakeStatus;
}
