import { type Given, MisuseError } from '../command.ts';
import { type CsvColumns, readCsvColumns, readCsvHeader } from '../csv-columns.ts';
import { optionalText } from '../options.ts';
import { type PurchaseDay, type PurchaseHistory, purchaseHistories } from './purchase-history.ts';

export const UNITS = ['week', 'day', 'month', 'year'] as const;
export type TimeUnit = (typeof UNITS)[number];
export const DAYS_PER_UNIT = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 } satisfies Record<
  TimeUnit,
  number
>;

/** The names that each column goes by in published files, in small letters. */
const NAMES = {
  customer: ['customer', 'customer_id', 'customerid', 'cust', 'id'],
  date: ['date', 'purchase_date', 'transaction_date', 'invoicedate', 'day'],
  amount: ['amount', 'sales', 'spend', 'value', 'price'],
  frequency: ['frequency', 'x'],
  recency: ['recency', 't_x', 't.x', 'tx'],
  age: ['t', 't_cal', 't.cal', 'tcal', 'age'],
  monetary: ['monetary', 'monetary_value', 'm_x', 'm.x', 'mx', 'zbar'],
} as const;

export interface ReadHistories {
  readonly histories: PurchaseHistory[];
  /** What the file says of the time after the end of observation, up to the horizon; null where it says nothing. */
  readonly later: { readonly purchases: number; readonly days: number } | null;
}

/** @throws MisuseError where the columns are neither those of transactions nor those of a summary. */
export async function readHistories(
  file: string,
  given: Given,
  unit: TimeUnit,
  until: number | undefined,
  horizon: number,
): Promise<ReadHistories> {
  const header = await readCsvHeader(file);
  const find = (name: keyof typeof NAMES) =>
    optionalText(given, name) ??
    NAMES[name].map((known) => header.find((h) => h.toLowerCase() === known)).find(Boolean);
  const [customer, date, frequency, recency, age] = [
    find('customer'),
    find('date'),
    find('frequency'),
    find('recency'),
    find('age'),
  ];
  if (frequency && recency && age) {
    const monetary = find('monetary');
    const { rows, numbers, words } = await readCsvColumns(file, {
      numbers: [frequency, recency, age, ...(monetary ? [monetary] : [])],
      words: customer ? [customer] : [],
    });
    const number = (name: string | undefined, row: number) => numbers[name ?? '']?.[row] ?? Number.NaN;
    const histories = Array.from({ length: rows }, (_, row) => ({
      customer: (customer && wordAt(words, customer, row)) || String(row + 1),
      frequency: number(frequency, row),
      recency: number(recency, row),
      age: number(age, row),
      monetary: number(monetary, row),
    }));
    return { histories, later: null };
  }
  if (!customer || !date)
    throw new MisuseError(
      `${file} has neither customer and date nor frequency, recency and T; it has ${header.join(', ')}`,
      'clv',
    );
  const amount = find('amount');
  const columns = await readCsvColumns(file, { numbers: amount ? [amount] : [], words: [customer, date] });
  return fromPurchases(
    [...purchaseDays(columns, { customer, date, amount })],
    until,
    DAYS_PER_UNIT[unit],
    horizon,
  );
}

function fromPurchases(
  purchases: readonly PurchaseDay[],
  until: number | undefined,
  daysPerUnit: number,
  horizon: number,
): ReadHistories {
  const last = purchases.reduce((latest, { day }) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
  const end = until ?? last;
  const histories = purchaseHistories(purchases, end, daysPerUnit);
  if (last <= end) return { histories, later: null };
  const known = new Set(histories.map(({ customer }) => customer));
  const ahead = purchases.filter(
    ({ customer, day }) => known.has(customer) && day > end && day <= end + horizon * daysPerUnit,
  );
  const days = new Set(ahead.map(({ customer, day }) => `${day} ${customer}`));
  return { histories, later: { purchases: days.size, days: last - end } };
}

/** Rows without a customer or a readable date are nobody's purchases. */
function* purchaseDays(
  { rows, numbers, words }: CsvColumns,
  {
    customer,
    date,
    amount,
  }: { readonly customer: string; readonly date: string; readonly amount: string | undefined },
): Generator<PurchaseDay> {
  const days = (words[date]?.words ?? []).map(dayNumber);
  for (let row = 0; row < rows; row++) {
    const name = wordAt(words, customer, row);
    const day = days[words[date]?.codes[row] ?? -1] ?? Number.NaN;
    if (name !== undefined && !Number.isNaN(day))
      yield { customer: name, day, amount: numbers[amount ?? '']?.[row] ?? Number.NaN };
  }
}

const wordAt = (words: CsvColumns['words'], name: string, row: number) =>
  words[name]?.words[words[name]?.codes[row] ?? -1];

/** Days since 1970 of a date that starts with YYYY-MM-DD or YYYYMMDD; NaN for anything else. */
export function dayNumber(date: string): number {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(date) ?? [];
  return Date.parse(`${year}-${month}-${day}`) / 86_400_000;
}
