import { codeSql, moneySql, timeSql, wholeNumberSql } from '../received-text.ts';
import { joinRepetitionsSql } from '../repetitions.ts';
import type { Source } from '../source.ts';
import type { ChainPlan } from './chain-plan.ts';
import { PRODUCTS, RECORDS, STORES } from './records.ts';
import { TILL_COLUMNS } from './tills.ts';
import { writeChain } from './write-chain.ts';

/** A made-up British homeware chain. It stops at bronze, as tills would; from there on its rows are anybody's. */
export function generatedChain(plan: ChainPlan): Source {
  return {
    ...CHAIN_FORM,
    name: `Made-up chain, seed ${plan.seed}`,
    writeBronze: (bench, report) => writeChain(bench, plan, report),
  };
}

/** Files sent before the tills said it have none, and no till rang on after midnight then. */
const BUSINESS_DATE = `CASE WHEN l.business_date IS NULL THEN CAST(${timeSql('l.till_time')} AS DATE)
      ELSE TRY_CAST(trim(l.business_date) AS DATE) END`;

const READINGS = `
  SELECT l.source_file, l.source_line,
    coalesce(r.copy, 1) AS copy,
    CASE l.kind WHEN 'RETURN' THEN 'cancellation' ELSE 'sale' END AS document,
    ${codeSql('l.receipt_number')} AS transaction_id, ${codeSql('l.store_code')} AS store_id,
    l.channel, 'United Kingdom' AS country, ${timeSql('l.till_time')} AS event_time,
    ${BUSINESS_DATE} AS business_date,
    upper(${codeSql('l.item_code')}) AS product_id, p.item_code IS NOT NULL AS is_product,
    p.item_name AS description, ${codeSql('l.card')} AS customer_id,
    ${wholeNumberSql('l.quantity')} AS quantity, ${moneySql('l.unit_price')} AS unit_price,
    ${moneySql('l.discount')} AS discount_amount, ${moneySql('l.tax')} AS tax_amount,
    ${codeSql('l.fulfilled_by')} AS fulfilment_store_id
  FROM bronze.till_lines AS l ${joinRepetitionsSql('till_lines', TILL_COLUMNS)}
  LEFT JOIN bronze.product_list AS p ON p.item_code = upper(trim(l.item_code))`;

/** How the chain's bronze is read, whatever its size. */
export const CHAIN_FORM: Omit<Source, 'name' | 'writeBronze'> = {
  currency: 'GBP',
  timeZone: 'Europe/London',
  tickets: { table: 'till_lines', key: `coalesce(${codeSql('receipt_number')}, '')` },
  readings: READINGS,
  received: `SELECT count(*) AS row_count,
      CAST(sum(CAST(quantity AS INTEGER) * CAST(unit_price AS DECIMAL(18,2))) AS DECIMAL(18,2)) AS amount
      FROM bronze.till_lines`,
  products: PRODUCTS,
  stores: STORES,
  records: RECORDS,
};
