import type { ReactNode } from 'react';
import type { CustomerProfile } from '#lib/customers.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { Role } from '#lib/roles.ts';
import { customersExport } from '../customers-view.tsx';

/** What every panel of the page shares. */
export interface CustomerView {
  readonly customer: CustomerProfile;
  readonly lake: LakeStatus;
}

/** Takes a table about this customer away, for those who may. */
export function oneCustomerExport(
  role: Role,
  table: string,
  words: string,
  { customerKey }: CustomerProfile,
): ReactNode | null {
  return customersExport(role, table, words, { customer: String(customerKey) });
}
