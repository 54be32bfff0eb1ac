import type { MinorUnits } from './money.ts';
import type { TableColumn } from './table-column.ts';

/** What products sold in the stores and on the days that had them in one place of the mailer and on one display. */
export interface PlacementSales {
  /** Where in the mailer; '' where the products were not in it. */
  readonly mailer: string;
  /** Where on display beside the shelf; '' where they were not. */
  readonly display: string;
  readonly products: number;
  readonly units: number;
  readonly grossSales: MinorUnits;
  readonly discounts: MinorUnits;
  readonly netSales: MinorUnits;
}

export interface PlacementRow extends PlacementSales {
  readonly place: string;
}

export const PLACEMENT_COLUMNS: readonly TableColumn<PlacementRow>[] = [
  { id: 'place', title: 'Placement', kind: 'text' },
  { id: 'products', title: 'Products', kind: 'count', wide: true },
  { id: 'units', title: 'Units', kind: 'count', metric: 'units', wide: true },
  { id: 'grossSales', title: 'Gross sales', kind: 'money', optional: true },
  { id: 'discounts', title: 'Discounts', kind: 'money', optional: true },
  { id: 'netSales', title: 'Net sales', kind: 'money', metric: 'netSales', bar: true },
];

/** The same rows under a name of their own: what was in the mailer and on display at once has both. */
export function placementRows(rows: readonly PlacementSales[]): PlacementRow[] {
  return rows.map((row) => ({
    ...row,
    place: [row.mailer && `Mailer: ${row.mailer}`, row.display && `Display: ${row.display}`]
      .filter((part) => part)
      .join(' · '),
  }));
}
