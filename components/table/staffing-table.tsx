import { formatChange, formatCount, formatMoneyWhole, formatRate, formatRatio } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import type { WeekdayPattern } from '#lib/weekday-pattern.ts';
import { ScrollRegion } from './scroll-region.tsx';

const DAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HEAD = 'pb-2 pl-3 text-right align-bottom font-medium';
const FIGURE = 'py-1.5 pl-3 text-right whitespace-nowrap';

export function StaffingTable({
  pattern,
  currency,
}: {
  pattern: readonly WeekdayPattern[];
  currency: string;
}) {
  return (
    <ScrollRegion label="Weekdays">
      <table className="w-full text-sm">
        <caption className="sr-only">People, conversion and hours by weekday</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="pb-2 text-left align-bottom font-medium">
              Day
            </th>
            <th scope="col" className={HEAD}>
              Visits
            </th>
            <th scope="col" className={HEAD}>
              Conversion
            </th>
            <th scope="col" className={HEAD}>
              Hours
            </th>
            <th scope="col" className={`${HEAD} hidden sm:table-cell`}>
              Plan
            </th>
            <th scope="col" className={HEAD}>
              Sales an hour
            </th>
          </tr>
        </thead>
        <tbody>
          {pattern.map((day) => (
            <tr key={day.weekday} className="border-t border-line" data-row={day.weekday}>
              <th scope="row" className="py-1.5 text-left font-normal">
                <span className="sm:hidden">{DAYS[day.weekday]?.slice(0, 3)}</span>
                <span className="hidden sm:inline">{DAYS[day.weekday]}</span>
              </th>
              <td className={FIGURE}>{formatCount(Math.round(day.visits / day.days))}</td>
              <td className={FIGURE}>{formatRate(day.counterTransactions / day.visits)}</td>
              <td className={FIGURE}>{formatRatio(day.labourHundredths / day.days / 100, 1)}</td>
              <td className={`${FIGURE} hidden text-ink-muted sm:table-cell`}>
                {formatRatio(day.plannedHundredths / day.days / 100, 1)}
                <span className="ml-2">{formatChange(day.labourHundredths / day.plannedHundredths - 1)}</span>
              </td>
              <td className={`${FIGURE} font-medium`}>
                {formatMoneyWhole(
                  minorUnits(BigInt(Math.round((day.netSales * 100) / day.labourHundredths))),
                  currency,
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
