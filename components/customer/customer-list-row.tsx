import Link from 'next/link';
import type { ListedCustomer } from '#lib/customer-page.ts';
import { formatCount, formatMoney, formatRate } from '#lib/figures.ts';
import { parseDecimalText } from '#lib/money.ts';

const NARROW = 'hidden md:table-cell';

export const LIST_HEADS = [
  { title: 'Customer', className: 'text-left' },
  { title: 'Home store', className: `pl-4 text-left ${NARROW}` },
  { title: 'Tier', className: `pl-4 text-left ${NARROW}` },
  { title: 'Segment', className: 'hidden pl-4 text-left sm:table-cell' },
  { title: 'Last bought', className: `pl-4 text-right ${NARROW}` },
  { title: 'Orders', className: 'hidden pl-4 text-right sm:table-cell' },
  { title: 'Net sales', className: 'pl-4 text-right' },
  { title: 'Churn risk', className: 'pl-4 text-right' },
] as const;

interface CustomerListRowProps {
  readonly customer: ListedCustomer;
  /** Place in the whole list; the heading is 1. */
  readonly position: number;
  readonly currency: string;
  readonly path: string;
}

export function CustomerListRow({ customer, position, currency, path }: CustomerListRowProps) {
  const cell = 'h-[37px] border-t border-line whitespace-nowrap';
  return (
    <tr aria-rowindex={position} data-row={customer.customerId}>
      <th scope="row" className={`${cell} text-left font-normal`}>
        <Link
          href={`${path}/${customer.customerId}`}
          prefetch={false}
          className="font-medium underline-offset-4 hover:underline"
        >
          {customer.loyaltyNumber ?? customer.customerId}
        </Link>
      </th>
      <td className={`${cell} pl-4 ${NARROW}`}>{customer.storeId ?? '—'}</td>
      <td className={`${cell} pl-4 capitalize ${NARROW}`}>{customer.loyaltyTier ?? '—'}</td>
      <td className={`${cell} hidden pl-4 sm:table-cell`}>{customer.segmentTitle}</td>
      <td className={`${cell} pl-4 text-right ${NARROW}`}>{lastBought(customer.recencyDays)}</td>
      <td className={`${cell} hidden pl-4 text-right sm:table-cell`}>{formatCount(customer.orders)}</td>
      <td className={`${cell} pl-4 text-right font-medium`}>
        {formatMoney(parseDecimalText(customer.netSales), currency)}
      </td>
      <td className={`${cell} pl-4 text-right`}>{formatRate(customer.churnProbability)}</td>
    </tr>
  );
}

function lastBought(days: number): string {
  if (days === 0) return 'last closed day';
  return days === 1 ? 'the day before' : `${formatCount(days)} days before`;
}
