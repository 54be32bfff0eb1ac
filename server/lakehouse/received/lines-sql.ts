import {
  codeSql,
  daySql,
  moneySql,
  plainNumberSql,
  timeSql,
  wholeNumberSql,
  wordsSql,
} from '../received-text.ts';
import { joinRepetitionsSql } from '../repetitions.ts';
import { literal } from '../sql-text.ts';
import { amountsSql, countSql } from './amounts-sql.ts';
import { type ColumnReader, columnReader, customerSql, joinSql, quoted, zoneSql } from './column-sql.ts';
import type { DeclaredLines, Numbers, SourceDeclaration } from './declaration.ts';
import { latestFirstSql } from './version-sql.ts';

/** SELECT of the readings of every received line, as the declaration says they are to be read. */
export function readingsSql(declaration: SourceDeclaration): string {
  const { lines, tables, numbers } = declaration;
  const read = columnReader(lines, tables);
  const { customer, measured, latest } = lines;
  const store = codeSql(read.words(lines.store));
  const time = timeSql(read.text(lines.time.column), lines.time, zoneSql(declaration, store));
  const names = tables[lines.table]?.columns ?? [];
  const amounts = amountsSql(lines, numbers, read);
  const quantity = wholeNumberSql(countSql(read.text(lines.quantity), numbers));
  const units = measured
    ? `CASE WHEN ${isOneOf(measured, read)} THEN sign(${quantity}) ELSE ${quantity} END`
    : quantity;
  const fields = {
    source_file: 'l.source_file',
    source_line: 'l.source_line',
    copy: 'coalesce(r.copy, 1)',
    superseded: latest ? supersededSql(latest, names, read) : 'false',
    voided: voidedSql(lines, numbers, names, read),
    document: documentSql(lines, read),
    transaction_id: codeSql(read.text(lines.transaction)),
    store_id: store,
    channel: literal(lines.channel),
    country: read.words(lines.country),
    event_time: time,
    business_date: lines.businessDate
      ? daySql(read.text(lines.businessDate.column), lines.businessDate)
      : `CAST(${time} AS DATE)`,
    product_id: `upper(${codeSql(read.text(lines.product))})`,
    is_product: isProductSql(lines.nonProducts, `upper(trim(${read.text(lines.product)}))`),
    description: lines.description ? read.words(lines.description) : 'NULL',
    customer_id: customer === undefined ? 'NULL' : customerSql(customer, read),
    quantity: units,
    // A unit's price out of a line's value is for people to read; amounts are never made from it.
    unit_price:
      'unit' in lines.price && !lines.tax?.included
        ? moneySql(plainNumberSql(read.text(lines.price.unit), numbers))
        : `CAST(${amounts.gross} / nullif(${units}, 0) AS DECIMAL(18,2))`,
    line_amount: amounts.gross,
    discount_amount: amounts.discount,
    tax_amount: amounts.tax,
  };
  const columns = Object.entries(fields).map(([name, sql]) => `${sql} AS ${name}`);
  return `SELECT ${columns.join(',\n')}\nFROM bronze.${lines.table} AS l
${joinRepetitionsSql(lines.table, names.map(quoted))}
${joinSql(lines, tables)}`;
}

/** SELECT of row_count and amount straight from the received lines, before any rule. */
export function receivedSql({ lines, numbers, tables }: SourceDeclaration): string {
  const { gross } = amountsSql(lines, numbers, columnReader(lines, tables));
  return `SELECT count(*) AS row_count, CAST(coalesce(sum(${gross}), 0) AS DECIMAL(18,2)) AS amount
    FROM bronze.${lines.table} AS l ${joinSql(lines, tables)}`;
}

function documentSql({ document }: DeclaredLines, read: ColumnReader): string {
  if (!document) return "'sale'";
  const cases = Object.entries(document.beginsWith).map(
    ([beginning, kind]) =>
      `WHEN starts_with(upper(trim(${read.text(document.column)})), ${literal(beginning.toUpperCase())}) THEN '${kind}'`,
  );
  return `CASE ${cases.join(' ')} ELSE 'sale' END`;
}

/** SQL: whether the code in a column, in upper case, names goods. */
export function isProductSql({ codes, prefixes }: DeclaredLines['nonProducts'], column: string): string {
  const tests = [
    ...Object.keys(codes).map((code) => `${column} = ${literal(code)}`),
    ...prefixes.map((prefix) => `starts_with(${column}, ${literal(prefix)})`),
  ];
  return tests.length === 0 ? 'true' : `NOT (${tests.join(' OR ')})`;
}

/**
 * Rows the till voided. One that hands nothing back is void itself; one that does takes with it one row of its ticket
 * that handed the same out, told by content among several. Where rows have versions the latest says that it is void, and
 * nothing is paired.
 */
function voidedSql(
  lines: DeclaredLines,
  numbers: Numbers,
  names: readonly string[],
  read: ColumnReader,
): string {
  const { voided, latest, transaction, product } = lines;
  if (!voided) return 'false';
  const isMarked = isOneOf(voided, read);
  if (latest) return isMarked;
  const units = wholeNumberSql(countSql(read.text(lines.quantity), numbers));
  const goods = `${codeSql(read.text(transaction))}, upper(${codeSql(read.text(product))})`;
  const copy = 'coalesce(r.copy, 1)';
  const nth = `row_number() OVER (PARTITION BY ${goods}, ${units}, ${isMarked}, ${copy}
    ORDER BY ${latestFirstSql(undefined, names, read.text)})`;
  const takenBack = `count(*) FILTER (${isMarked} AND ${units} < 0 AND ${copy} = 1) OVER (PARTITION BY ${goods}, abs(${units}))`;
  return `${isMarked} OR coalesce(${units} > 0 AND ${nth} <= ${takenBack}, false)`;
}

function isOneOf({ column, is }: { column: string; is: readonly string[] }, read: ColumnReader): string {
  return `coalesce(${wordsSql(read.text(column))} IN (${is.map(literal).join(', ')}), false)`;
}

function supersededSql(
  { key, version }: NonNullable<DeclaredLines['latest']>,
  names: readonly string[],
  read: ColumnReader,
): string {
  return `dense_rank() OVER (PARTITION BY ${key.map((column) => `trim(${read.text(column)})`).join(', ')}
    ORDER BY ${latestFirstSql(version, names, read.text)}) > 1`;
}
