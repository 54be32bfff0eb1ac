import { moneySql, plainNumberSql, rateSql, wholeNumberSql } from '../received-text.ts';
import { literal } from '../sql-text.ts';
import type { ColumnReader } from './column-sql.ts';
import type { DeclaredLines, Numbers } from './declaration.ts';

/** SQL of a line's amounts, all without tax; `tax` is NULL where the source does not state it. */
export interface Amounts {
  /** Before the discount. */
  readonly gross: string;
  readonly discount: string;
  readonly tax: string;
}

/**
 * Where the export's amounts hold their tax it is taken out of what was paid, and the discount is what is left
 * between gross and net: so net and tax add up to what was paid to the penny, whatever was rounded.
 */
export function amountsSql(lines: DeclaredLines, numbers: Numbers, read: ColumnReader): Amounts {
  const value = valueSql(lines, numbers, read);
  const discount = discountSql(lines.discount, value, numbers, read);
  if (!lines.tax) return { gross: value, discount, tax: 'NULL' };
  const paid = `(${value} - (${discount}))`;
  const { tax } = lines;
  if ('amount' in tax) {
    const amount = moneySql(plainNumberSql(read.text(tax.amount), numbers));
    if (!tax.included) return { gross: value, discount, tax: amount };
    // The tax of the whole value is to the value as the tax paid is to what was paid.
    const gross = `CASE WHEN ${paid} = 0 THEN ${value} ELSE ${shareSql(value, `${paid} - ${amount}`, paid)} END`;
    return { gross, discount: `${gross} - (${paid} - ${amount})`, tax: amount };
  }
  const rate =
    'rate' in tax
      ? rateSql(plainNumberSql(read.text(tax.rate), numbers))
      : `CAST(${literal(tax.always)} AS DECIMAL(9,6))`;
  if (!tax.included) return { gross: value, discount, tax: shareSql(paid, rate, '1') };
  const [gross, net] = [shareSql(value, '1', `1 + ${rate}`), shareSql(paid, '1', `1 + ${rate}`)];
  return { gross, discount: `${gross} - ${net}`, tax: `${paid} - ${net}` };
}

/** The line's value before its discount, as the export states it. */
function valueSql({ price, quantity }: DeclaredLines, numbers: Numbers, read: ColumnReader): string {
  const money = (column: string) => moneySql(plainNumberSql(read.text(column), numbers));
  if ('line' in price) return `CAST(${price.line.map(money).join(' + ')} AS DECIMAL(18,2))`;
  const units = wholeNumberSql(countSql(read.text(quantity), numbers));
  return `CAST(${units} * ${money(price.unit)} AS DECIMAL(18,2))`;
}

function discountSql(
  discount: DeclaredLines['discount'],
  value: string,
  numbers: Numbers,
  read: ColumnReader,
): string {
  if (!discount) return '0';
  const plain = (column: string) => plainNumberSql(read.text(column), numbers);
  if ('amounts' in discount) return discount.amounts.map((name) => moneySql(plain(name))).join(' + ');
  return `CAST(round(${value} * ${rateSql(plain(discount.rate))}, 2) AS DECIMAL(18,2))`;
}

/** Counts are written out whole even where amounts are not. */
export function countSql(column: string, numbers: Numbers): string {
  return plainNumberSql(column, { ...numbers, precision: 'exact' });
}

/** SQL of amount × part ÷ whole, to the penny, a half away from zero, in whole numbers: a division of decimals is of doubles. */
function shareSql(amount: string, part: string, whole: string): string {
  const a = `(${wholeSql(amount, 100)} * ${wholeSql(part, 1_000_000)})`;
  const b = wholeSql(whole, 1_000_000);
  const pennies = `sign(${a}) * sign(${b}) * ((2 * abs(${a}) + abs(${b})) // (2 * abs(${b})))`;
  return `CAST(CAST(${pennies} AS DECIMAL(18,0)) * 0.01 AS DECIMAL(18,2))`;
}

const wholeSql = (figure: string, times: number) => `CAST((${figure}) * ${times} AS HUGEINT)`;
