import type { ReactNode } from 'react';
import { ExportLink } from '#components/panel/export-link.tsx';
import { addressWith } from '#lib/address.ts';
import { type CustomerSegment, isCustomerSegment } from '#lib/customer-segment.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { SearchParams } from '#lib/period.ts';
import { mayDo, PAGES, type Role } from '#lib/roles.ts';

/** What every panel of the page shares: the lake, and whose customers of which segment somebody looks at. */
export interface CustomersView {
  readonly lake: LakeStatus;
  readonly search: SearchParams;
  readonly segment: CustomerSegment | 'all';
}

export function customersView(lake: LakeStatus, search: SearchParams): CustomersView {
  return { lake, search, segment: isCustomerSegment(search['segment']) ? search['segment'] : 'all' };
}

/** The same view of another segment. */
export const segmentAddress = ({ search }: CustomersView, segment: CustomerSegment | null): string =>
  addressWith(PAGES.customers.path, search, { segment });

/** Takes a table away, for those who may: who answers the telephone sees customers and exports nothing. */
export function customersExport(
  role: Role,
  table: string,
  words: string,
  search: SearchParams,
): ReactNode | null {
  if (!mayDo(role, 'export')) return null;
  return <ExportLink href={addressWith(`/api/export/${table}`, search)} table={words} />;
}
