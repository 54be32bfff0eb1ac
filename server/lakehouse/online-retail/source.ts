import { basename, resolve } from 'node:path';
import { codeSql, moneySql, timeSql, wholeNumberSql, wordsSql } from '../received-text.ts';
import type { Source } from '../source.ts';
import { isProductSql } from './product-codes.ts';
import { COLUMNS, writeOnlineRetail } from './write-bronze.ts';

/** UCI Online Retail (doi 10.24432/C5BW33): one shop that sells online from London, prices in pounds ex tax. */
export function onlineRetail(folder: string): Source {
  return {
    name: `Online Retail, ${basename(resolve(folder))}`,
    currency: 'GBP',
    timeZone: 'Europe/London',
    writeBronze: (bench, report) => writeOnlineRetail(bench, folder, report),
    readings: READINGS,
    received: `SELECT count(*) AS row_count,
      CAST(coalesce(sum(${wholeNumberSql('Quantity')} * ${moneySql('UnitPrice')}), 0) AS DECIMAL(18,2)) AS amount
      FROM bronze.online_retail`,
    products: PRODUCTS,
    stores: `SELECT 'ONLINE' AS store_id, 'Online shop' AS store_name, 'Online' AS region, 'online' AS format`,
  };
}

/** The first letter of the invoice number says what the document is: C cancels, A adjusts bad debt. */
const READINGS = `
  SELECT source_file, source_line,
    row_number() OVER (PARTITION BY ${COLUMNS.join(', ')} ORDER BY source_file, source_line) AS copy,
    CASE upper(left(trim(InvoiceNo), 1)) WHEN 'C' THEN 'cancellation' WHEN 'A' THEN 'bad_debt' ELSE 'sale' END
      AS document,
    ${codeSql('InvoiceNo')} AS transaction_id, 'ONLINE' AS store_id, 'online' AS channel,
    coalesce(${wordsSql('Country')}, 'Unspecified') AS country,
    ${timeSql('InvoiceDate')} AS event_time,
    upper(${codeSql('StockCode')}) AS product_id,
    ${isProductSql('upper(trim(StockCode))')} AS is_product,
    ${wordsSql('Description')} AS description,
    regexp_replace(${wordsSql('CustomerID')}, '\\.0+$', '') AS customer_id,
    ${wholeNumberSql('Quantity')} AS quantity,
    ${moneySql('UnitPrice')} AS unit_price,
    0 AS discount_amount
  FROM bronze.online_retail`;

/** A product is called by the description its lines carry most often, the first by alphabet among equals. */
const PRODUCTS = `
  SELECT product_id, coalesce(first(description ORDER BY uses DESC, description), product_id) AS product_name,
    CAST(NULL AS VARCHAR) AS category
  FROM (SELECT product_id, description, count(description) AS uses FROM lines GROUP BY product_id, description)
  GROUP BY product_id`;
