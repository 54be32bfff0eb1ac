import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { SalesTable } from '#components/table/sales-table.tsx';
import { channelInWords } from '#lib/place-choice.ts';
import { listSalesByChannel } from '#server/synapse/sales/list-sales-by-channel.ts';
import { Asked } from '../asked.tsx';
import { rankingRows } from './ranking-rows.ts';
import { requireSalesScope } from './sales-scope.ts';
import { addressOf, exportAddress, periodsOf, type SalesView } from './sales-view.ts';

/** In store and online; a click narrows the page to one of them. */
export async function ChannelsPanel({ view }: { view: SalesView }) {
  const { lake, comparison, narrowing, search } = view;
  const scope = await requireSalesScope(search);
  return (
    <Panel
      title="Sales by channel"
      action={<ExportLink href={exportAddress('sales-by-channel', view)} table="sales by channel" />}
    >
      <Asked ask={() => listSalesByChannel(periodsOf(view), narrowing, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Nothing was sold on these days.</PanelEmpty>
          ) : (
            <SalesTable
              caption="Sales by channel"
              nameTitle="Channel"
              countTitle="Units"
              currency={lake.currency}
              compared={comparison.isFair}
              rows={rankingRows(
                rows,
                comparison,
                (channel) => ({ name: channelInWords(channel), href: addressOf(view, { channel }) }),
                'units',
              )}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
