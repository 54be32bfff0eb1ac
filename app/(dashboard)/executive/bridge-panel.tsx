import { BridgeChart } from '#components/charts/bridge-chart.tsx';
import { bridgeSummary } from '#components/charts/bridge-option.ts';
import { BridgeTable } from '#components/charts/bridge-table.tsx';
import { Choices } from '#components/controls/choices.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { periodAddress } from '#lib/period-address.ts';
import { priceBridge, type SalesBridge, trafficBridge } from '#lib/sales-bridge.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getPriceAndVolume } from '#server/synapse/executive/get-price-and-volume.ts';
import { Asked } from '../asked.tsx';
import { askComparedStores, type StoresView, storesExport } from '../compared-stores.ts';
import { BRIDGE_KINDS, type BridgeKind } from './bridge-kind.ts';

interface BridgePanelProps {
  readonly view: StoresView;
  readonly kind: BridgeKind;
  readonly path: string;
  readonly className: string;
}

/** What moved net sales from the basis to the period, in parts that sum to the penny. */
export async function BridgePanel({ view, kind, path, className }: BridgePanelProps) {
  const { scope } = await requirePage('executive');
  const { lake, period, preset, comparison, comp } = view;
  const address = (wanted: BridgeKind) => {
    const same = periodAddress(path, { preset, period, basis: comparison.basis, comp });
    return wanted === 'door' ? same : `${same}&bridge=${wanted}`;
  };
  const file = storesExport('sales-bridge', view, kind === 'door' ? {} : { bridge: kind });
  const ask = async () => {
    const days = { period: comparison.matched, basis: comparison.days };
    const [{ pairs, compStores, stale }, goods] = await Promise.all([
      askComparedStores(view, scope),
      kind === 'basket' && comparison.isFair ? getPriceAndVolume(days, scope) : null,
    ]);
    return { pairs, compStores, sold: goods?.sold ?? null, stale: stale ?? goods?.stale ?? null };
  };
  const drawn = (bridge: SalesBridge | null) =>
    bridge === null ? (
      <PanelEmpty>Nothing sold on both these days and those they are compared with.</PanelEmpty>
    ) : (
      <>
        <p className="mb-2 text-sm">{bridgeSummary(bridge, lake.currency)}</p>
        <BridgeChart bridge={bridge} currency={lake.currency} />
        <BridgeTable bridge={bridge} currency={lake.currency} />
      </>
    );
  return (
    <Panel
      className={className}
      title="Why net sales moved"
      subtitle="Parts sum to the penny. The axis does not begin at zero."
      action={<ExportLink href={file} table="what moved net sales" />}
    >
      <div className="mb-3 w-fit">
        <Choices
          label="Where to look"
          choices={(Object.keys(BRIDGE_KINDS) as BridgeKind[]).map((name) => ({
            title: BRIDGE_KINDS[name],
            href: address(name),
            isChosen: name === kind,
          }))}
        />
      </div>
      {comparison.isFair ? (
        <Asked ask={ask} timeZone={lake.timeZone}>
          {({ pairs, sold }) =>
            drawn(kind === 'door' ? trafficBridge(pairs) : sold && priceBridge(pairs, sold))
          }
        </Asked>
      ) : (
        <PanelEmpty>{comparison.words}</PanelEmpty>
      )}
    </Panel>
  );
}
