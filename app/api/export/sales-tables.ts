import { type Comparison, chooseBasis, compare } from '#lib/comparison.ts';
import type { CsvCell } from '#lib/csv.ts';
import { type MinorUnits, toDecimalText } from '#lib/money.ts';
import { choosePeriod, type Period, type SearchParams } from '#lib/period.ts';
import { holidayCountry } from '#lib/public-holidays.ts';
import type { RowScope } from '#lib/scope.ts';
import { listDailySales } from '#server/synapse/sales/list-daily-sales.ts';
import { listSalesByCountry } from '#server/synapse/sales/list-sales-by-country.ts';
import { listSalesByStore } from '#server/synapse/sales/list-sales-by-store.ts';
import { listTopProducts } from '#server/synapse/sales/list-top-products.ts';

export interface ExportedTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
  /** The source held more rows than these. */
  readonly truncated: boolean;
  readonly queriedAt: number;
}

interface SalesExport {
  readonly title: string;
  readonly ask: (period: Period, comparison: Comparison, scope: RowScope) => Promise<ExportedTable>;
}

const MOST_PRODUCTS = 200;

/** Every table of sales that can be taken away, by its name in the address. They ask what the page asks. */
export const SALES_EXPORTS: Readonly<Record<string, SalesExport>> = {
  'sales-by-day': {
    title: 'Sales by day',
    ask: async (period, _comparison, scope) => {
      const { rows, ...reply } = await listDailySales({ period }, scope);
      const header = ['Day', 'Gross sales', 'Discounts', 'Returns', 'Net sales', 'Transactions', 'Units'];
      const cells = rows.map((day) => [
        text(day.businessDate),
        ...[day.grossSales, day.discounts, day.returns, day.netSales].map(money),
        count(day.transactions),
        count(day.units),
      ]);
      return { header, rows: cells, ...reply };
    },
  },
  'sales-by-store': {
    title: 'Sales by store',
    ask: async (period, comparison, scope) => {
      const { rows, ...reply } = await listSalesByStore({ period, basis: comparison.days }, scope);
      const header = ['Store', 'Name', 'Region', 'Transactions', 'Net sales', 'Net sales compared with'];
      const cells = rows.map((store) => [
        ...[store.storeId, store.storeName, store.region].map(text),
        count(store.transactions),
        money(store.netSales),
        fairly(comparison, store.basisNetSales),
      ]);
      return { header, rows: cells, ...reply };
    },
  },
  'sales-by-country': {
    title: 'Sales by country',
    ask: async (period, comparison, scope) => {
      const { rows, ...reply } = await listSalesByCountry({ period, basis: comparison.days }, scope);
      const header = ['Country', 'Transactions', 'Net sales', 'Net sales compared with'];
      const cells = rows.map((row) => [
        text(row.country),
        count(row.transactions),
        money(row.netSales),
        fairly(comparison, row.basisNetSales),
      ]);
      return { header, rows: cells, ...reply };
    },
  },
  'top-products': {
    title: `Top ${MOST_PRODUCTS} products by net sales`,
    ask: async (period, comparison, scope) => {
      const question = { period, basis: comparison.days, top: MOST_PRODUCTS };
      const { rows, ...reply } = await listTopProducts(question, scope);
      const header = ['Position', 'Product', 'Name', 'Units', 'Net sales', 'Net sales compared with'];
      const cells = rows.map((row) => [
        count(row.position),
        text(row.productId),
        text(row.productName),
        count(row.units),
        money(row.netSales),
        fairly(comparison, row.basisNetSales),
      ]);
      return { header, rows: cells, ...reply };
    },
  },
};

/** Which days an address asks for, read as the page reads it. */
export function chosenDays(
  search: SearchParams,
  held: Period,
  timeZone: string,
): { period: Period; comparison: Comparison } {
  const { period, preset } = choosePeriod(search, held);
  const country = holidayCountry(timeZone);
  return { period, comparison: compare(period, chooseBasis(search), held, { preset, country }) };
}

const text = (value: string): CsvCell => ({ text: value });
const count = (value: number | null): CsvCell => (value === null ? null : { figure: String(value) });
const money = (value: MinorUnits | null): CsvCell =>
  value === null ? null : { figure: toDecimalText(value) };
const fairly = ({ isFair }: Comparison, value: MinorUnits | null): CsvCell => (isFair ? money(value) : null);
