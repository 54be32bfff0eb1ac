import { CohortHeatmap } from '#components/charts/cohort-heatmap.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { cohortRows } from '#lib/customer-cohorts.ts';
import { formatDay } from '#lib/figures.ts';
import { listCohorts } from '#server/synapse/customers/list-cohorts.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type CustomersView, customersExport } from './customers-view.tsx';

/** Of those who came first in one fiscal period, how many bought in each one after. */
export async function CohortsPanel({ view: { lake, search } }: { view: CustomersView }) {
  const { scope, role } = await requirePlaceScope('customers', search);
  return (
    <Panel
      title="Who comes back"
      subtitle={`Customers by the fiscal period of their first purchase since ${formatDay(lake.firstDate)}, and the share of them that bought in each period after. The first row holds everybody who was a customer before.`}
      className="mt-4"
      action={customersExport(role, 'customer-cohorts', 'who comes back', search)}
    >
      <Asked ask={() => listCohorts({}, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>No fiscal period is over since the first purchase.</PanelEmpty>
          ) : (
            <CohortHeatmap rows={cohortRows(rows)} />
          )
        }
      </Asked>
    </Panel>
  );
}
