import { SupplierMonthsChart } from '#components/charts/supplier-months-chart.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { SupplierMonthsTable } from '#components/table/supplier-months-table.tsx';
import { addressWith } from '#lib/address.ts';
import { formatCount, formatPeriod, formatRate, formatRatio } from '#lib/figures.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { SearchParams } from '#lib/period.ts';
import { type SupplierScorecard, scoredSupplier } from '#lib/supplier-scorecard.ts';
import { supplierWindows } from '#lib/supplier-window.ts';
import { listSupplierMonths } from '#server/synapse/suppliers/list-supplier-months.ts';
import { Asked } from '../../asked.tsx';
import { requirePlaceScope } from '../../place-scope.ts';

interface MonthsPanelProps {
  readonly lake: LakeStatus;
  readonly search: SearchParams;
  readonly supplier: SupplierScorecard;
}

export async function MonthsPanel({ lake, search, supplier }: MonthsPanelProps) {
  const { scope } = await requirePlaceScope('suppliers', search);
  const { period, year } = supplierWindows(lake.lastClosedDate);
  const card = scoredSupplier(supplier, '');
  return (
    <Panel
      title="Month by month"
      subtitle="Columns: OTIF by line of what was promised in the month. Line: mean days from order to the last delivery."
      action={
        <ExportLink
          href={addressWith('/api/export/supplier-months', search, { supplier: card.supplierId })}
          table="month by month"
        />
      }
    >
      <p className="mb-3" data-scorecard>
        Of {formatCount(card.linesDue)} lines promised {formatPeriod(period)}, {formatRate(card.otif)} came
        whole by the promised day; {formatRate(card.fillRate)} of the units came at all. Delivery took{' '}
        {formatRatio(card.leadMean, 1)} days on average ({card.agreedLeadDays} agreed), nine lines in ten
        within {formatCount(card.leadP90)} days, CV {formatRatio(card.leadCv)}.
      </p>
      <Asked
        ask={() => listSupplierMonths({ supplierId: card.supplierId, period: year }, scope)}
        timeZone={lake.timeZone}
      >
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Nothing was promised in the last year.</PanelEmpty>
          ) : (
            <>
              <SupplierMonthsChart months={rows} />
              <SupplierMonthsTable months={rows} />
            </>
          )
        }
      </Asked>
    </Panel>
  );
}
