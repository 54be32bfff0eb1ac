import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';
import type { TableColumn } from './table-column.ts';

/** A product in a store whose stock somebody should look at: too little, too much, or perhaps not there. */
export interface StockTrouble {
  readonly place: string;
  readonly storeId: string;
  readonly productId: string;
  readonly productName: string;
  readonly available: number;
  readonly demandRate: number;
  readonly daysOfCover: number | null;
  readonly runsOutOn: BusinessDate | null;
  readonly lastSoldOn: BusinessDate | null;
  readonly emptyDays: number;
  readonly lostUnits: number;
  readonly lostSales: MinorUnits;
  readonly excessUnits: number;
  /** At the regular price. */
  readonly excessValue: MinorUnits | null;
  /** Chance that what the record says is not on the shelf. */
  readonly phantomScore: number;
  readonly abc: string;
  readonly xyz: string;
}

const NAMES = [
  { id: 'productName', title: 'Product', kind: 'text', detail: 'place' },
  { id: 'storeId', title: 'Store', kind: 'text', optional: true },
] as const satisfies readonly TableColumn<StockTrouble>[];

export const OUT_COLUMNS: readonly TableColumn<StockTrouble>[] = [
  ...NAMES,
  { id: 'demandRate', title: 'Wanted a day', kind: 'ratio' },
  { id: 'emptyDays', title: 'Empty days', kind: 'count', optional: true },
  { id: 'lostUnits', title: 'Lost units', kind: 'ratio', optional: true },
  { id: 'lostSales', title: 'Lost sales', kind: 'money', bar: true },
  { id: 'abc', title: 'ABC', kind: 'text', optional: true },
  { id: 'xyz', title: 'XYZ', kind: 'text', optional: true },
];

export const EXCESS_COLUMNS: readonly TableColumn<StockTrouble>[] = [
  ...NAMES,
  { id: 'excessUnits', title: 'Too much', kind: 'count' },
  { id: 'daysOfCover', title: 'Days of cover', kind: 'ratio', optional: true },
  { id: 'lastSoldOn', title: 'Last sold', kind: 'day', wide: true },
  { id: 'excessValue', title: 'Value at price', kind: 'money', bar: true },
  { id: 'available', title: 'Available', kind: 'count', optional: true },
];

export const PHANTOM_COLUMNS: readonly TableColumn<StockTrouble>[] = [
  ...NAMES,
  { id: 'available', title: 'On record', kind: 'count' },
  { id: 'demandRate', title: 'Wanted a day', kind: 'ratio', optional: true },
  { id: 'lastSoldOn', title: 'Last sold', kind: 'day', wide: true },
  { id: 'phantomScore', title: 'Not there', kind: 'rate' },
];

/** A move of stock between two stores, as the store of the row sees it. */
export interface TransferSuggestion {
  readonly move: string;
  readonly storeId: string;
  readonly direction: string;
  readonly otherStoreId: string;
  readonly otherStoreName: string;
  readonly productId: string;
  readonly productName: string;
  readonly units: number;
  readonly neededBy: BusinessDate | null;
  readonly savedSales: MinorUnits;
}

export const TRANSFER_COLUMNS: readonly TableColumn<TransferSuggestion & { readonly what: string }>[] = [
  { id: 'productName', title: 'Product', kind: 'text', detail: 'productId' },
  { id: 'what', title: 'Move', kind: 'text' },
  { id: 'units', title: 'Units', kind: 'count' },
  { id: 'neededBy', title: 'Needed by', kind: 'day', optional: true },
  { id: 'savedSales', title: 'Sales saved', kind: 'money', bar: true, wide: true },
];

export const moveInWords = ({ direction, storeId, otherStoreId }: TransferSuggestion): string =>
  direction === 'in' ? `${otherStoreId} to ${storeId}` : `${storeId} to ${otherStoreId}`;
