import { LiveSalesTile } from '#components/live/live-sales-tile.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { requirePage } from '#server/auth/require-role.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';

/** Today so far. It comes from Redis alone, so it stands when the warehouse does not. */
export async function LiveSalesPanel() {
  const { scope } = await requirePage('sales');
  return <LiveSalesTile initial={await getLiveSales(scope)} />;
}

export function LiveSalesPanelLoading() {
  return <PanelLoading className="h-48 md:h-32" />;
}
