'use client';
import type { SalesBridge } from '#lib/sales-bridge.ts';
import { bridgeOption, bridgeSummary } from './bridge-option.ts';
import { EChart } from './echart.tsx';

export function BridgeChart({ bridge, currency }: { bridge: SalesBridge; currency: string }) {
  return (
    <EChart
      className="h-80"
      summary={bridgeSummary(bridge, currency)}
      option={(palette) => bridgeOption(bridge, currency, palette)}
    />
  );
}
