import type { RECORD_TABLES } from '#server/gold/contract.ts';
import type { Bench } from './bench.ts';
import type { Input } from './inputs.ts';

/**
 * Where rows come from. A source writes bronze as it was received and says, in SQL, how its rows are read; what
 * happens to a row after that is the same for every source.
 */
export interface Source {
  /** In words, for people. */
  readonly name: string;
  /** ISO 4217; two decimals. */
  readonly currency: string;
  /** IANA zone of the stores; every time received is local to it. */
  readonly timeZone: string;
  /** The files received, in the order of their names; absent where there are none, and all is made anew. */
  inputs?(): Promise<readonly Input[]>;
  /**
   * Writes Parquet under bronze/ and makes each table readable as `bronze.<table>`. What a build made the same way
   * before has read already is in `carried`, its folder.
   */
  writeBronze(bench: Bench, report: (line: string) => void, carried?: string): Promise<void>;
  /** The bronze table of the lines, and SQL over it for the ticket a row belongs to, '' where it names none. */
  readonly tickets?: { readonly table: string; readonly key: string };
  /** SELECT from bronze with the columns of `READING`; a value that cannot be read is NULL. */
  readonly readings: string;
  /** SELECT of row_count and amount straight from bronze, to hold against what the rules made of it. */
  readonly received: string;
  /**
   * SELECT of product_id, product_name, category and whatever else of silver.products is known, the versions with
   * valid_from and valid_to included; without them the one version has always held. May read bronze and
   * silver.product_descriptions.
   */
  readonly products: string;
  /** SELECT of store_id, store_name, region, format and whatever else of silver.stores is known. */
  readonly stores: string;
  /** SELECT of source_file and source_line of the rows of lists that nothing can be made of, each once. */
  readonly unlisted?: string | undefined;
  /** SELECTs of the further records this source keeps, from bronze and from the silver tables before them. */
  readonly records?: Partial<Readonly<Record<keyof typeof RECORD_TABLES, string>>>;
}

/** What a reading of a source row holds; what a source does not say is NULL. The rules speak of nothing else. */
export const READING = {
  source_file: 'VARCHAR',
  source_line: 'INTEGER',
  /** 1 for the first row with these received values, 2 for its first repetition … */
  copy: 'BIGINT',
  /** True where a later version of the same line was received. */
  superseded: 'BOOLEAN',
  /** True where the till took the row back before it was a sale, or where the row takes another back so. */
  voided: 'BOOLEAN',
  /** sale, cancellation or bad_debt, as the source marks the document. */
  document: 'VARCHAR',
  transaction_id: 'VARCHAR',
  store_id: 'VARCHAR',
  channel: 'VARCHAR',
  country: 'VARCHAR',
  event_time: 'TIMESTAMP',
  /** Trading day the source books the row on: a till may ring on after midnight. */
  business_date: 'DATE',
  product_id: 'VARCHAR',
  is_product: 'BOOLEAN',
  description: 'VARCHAR',
  customer_id: 'VARCHAR',
  quantity: 'INTEGER',
  unit_price: 'DECIMAL(18,2)',
  /** Value of the line before its discount, where the source states it; else quantity × unit price. */
  line_amount: 'DECIMAL(18,2)',
  discount_amount: 'DECIMAL(18,2)',
  /** Tax on the line after its discount, where the source states it; the amounts above are without it. */
  tax_amount: 'DECIMAL(18,2)',
  /** Store whose stock the goods left; the selling store where the source does not say. */
  fulfilment_store_id: 'VARCHAR',
} as const;
