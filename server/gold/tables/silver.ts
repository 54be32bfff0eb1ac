import type { LakeTable } from '../table.ts';
import { additive, count, day, money, supplierId, unknownable, validity } from './columns.ts';

export const transactionLines = {
  schema: 'silver',
  name: 'transaction_lines',
  keptAs: 'delta',
  grain: 'line of a ticket that counts as a sale or a return',
  label: 'Confidential - PII',
  key: ['store_id', 'business_date', 'transaction_id', 'line_number'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  monthly: true,
  columns: {
    transaction_id: { sqlType: 'varchar(32)', meaning: 'Ticket or invoice number, as received' },
    line_number: { sqlType: 'int', meaning: 'Position within the ticket, from 1' },
    store_id: { sqlType: 'varchar(16)', meaning: 'Store that made the sale' },
    channel: { sqlType: 'varchar(16)', meaning: 'store or online' },
    country: { sqlType: 'nvarchar(64)', meaning: 'Country of the customer or the store' },
    business_date: { sqlType: 'date', meaning: 'Trading day in store-local terms' },
    event_time: { sqlType: 'datetime2(3)', meaning: 'When it happened, store-local' },
    product_id: { sqlType: 'varchar(32)', meaning: 'Product, in upper case' },
    customer_id: { sqlType: 'varchar(32)', nullable: true, meaning: 'Customer, where known' },
    line_type: { sqlType: 'varchar(8)', meaning: 'sale or return' },
    quantity: { sqlType: 'int', meaning: 'Units; negative for a return' },
    unit_price: { sqlType: 'decimal(18,2)', meaning: 'Ticket price of one unit, ex tax' },
    gross_amount: { sqlType: 'decimal(18,2)', meaning: 'Quantity × unit price; negative for a return' },
    discount_amount: {
      sqlType: 'decimal(18,2)',
      meaning: 'Reduction given on the line; negative where a return takes it back',
    },
    net_amount: { sqlType: 'decimal(18,2)', meaning: 'Gross amount − discount' },
    tax_amount: unknownable(money('Tax on the net amount, which is without it; negative for a return')),
    cost_amount: unknownable(money('Quantity × unit cost on the business date; negative for a return')),
    fulfilment_store_id: {
      sqlType: 'varchar(16)',
      meaning: 'Store whose stock it left; the selling store unless the source says otherwise',
    },
  },
} as const satisfies LakeTable;

export const products = {
  schema: 'silver',
  name: 'products',
  keptAs: 'delta',
  grain: 'product × version',
  label: 'Internal',
  key: ['product_id', 'valid_from'],
  partitions: [],
  columns: {
    product_id: { sqlType: 'varchar(32)', meaning: 'Product, in upper case' },
    product_name: { sqlType: 'nvarchar(200)', meaning: 'Name people read: the description used most often' },
    category: { sqlType: 'nvarchar(100)', nullable: true, meaning: 'Category, where the source has one' },
    subcategory: { sqlType: 'nvarchar(100)', nullable: true, meaning: 'Finer category' },
    supplier_id: unknownable(supplierId),
    pack_size: unknownable(count('Units that are ordered together')),
    unit_cost: unknownable(money('Cost of one unit')),
    regular_price: unknownable(money('Price of one unit outside promotions, ex tax')),
    ...validity,
  },
} as const satisfies LakeTable;

export const stores = {
  schema: 'silver',
  name: 'stores',
  grain: 'store',
  label: 'General',
  key: ['store_id'],
  partitions: [],
  additivity: additive('selling_area_m2'),
  columns: {
    store_id: { sqlType: 'varchar(16)', meaning: 'Store' },
    store_name: { sqlType: 'nvarchar(100)', meaning: 'Name people read' },
    region: { sqlType: 'nvarchar(100)', meaning: 'Region' },
    country_code: {
      sqlType: 'varchar(2)',
      nullable: true,
      meaning: 'ISO 3166 code of the country it stands in',
    },
    format: { sqlType: 'varchar(32)', meaning: 'Store format' },
    opened_on: unknownable(day('First trading day')),
    closed_on: unknownable(day('First day after the last trading day; empty while it trades')),
    remodel_from: unknownable(day('First day shut for its last remodelling')),
    remodel_to: unknownable(day('Last day shut for its last remodelling')),
    selling_area_m2: unknownable(count('Selling area in square metres')),
    time_zone: { sqlType: 'varchar(64)', nullable: true, meaning: 'IANA zone; the lake’s where empty' },
  },
} as const satisfies LakeTable;

export const importedRows = {
  schema: 'silver',
  name: 'imported_rows',
  grain:
    'outcome of the import: every line received falls in exactly one, and of lists the rows that cannot be read',
  label: 'Internal',
  key: ['precedence'],
  partitions: [],
  additivity: additive('row_count', 'amount'),
  columns: {
    outcome: { sqlType: 'varchar(32)', meaning: 'sale, return, or why rows were set aside' },
    precedence: { sqlType: 'int', meaning: 'Order in which the rules are tried, from 1' },
    rule_text: { sqlType: 'nvarchar(400)', meaning: 'The rule in words' },
    row_count: { sqlType: 'int', meaning: 'Source rows that fell here' },
    amount: {
      sqlType: 'decimal(18,2)',
      meaning: 'Sum of quantity × unit price of those rows, before discounts',
    },
  },
} as const satisfies LakeTable;

export const setAside = {
  schema: 'silver',
  name: 'set_aside',
  grain: 'source row that counts neither as a sale nor as a return; its text as received is in bronze',
  label: 'Confidential - PII',
  key: ['source_file', 'source_line'],
  partitions: [],
  columns: {
    source_file: { sqlType: 'nvarchar(200)', meaning: 'File the row came in' },
    source_line: { sqlType: 'int', meaning: 'Position in that file; the header is 1' },
    outcome: { sqlType: 'varchar(32)', meaning: 'Why it was set aside, as in imported_rows' },
    transaction_id: { sqlType: 'varchar(32)', nullable: true, meaning: 'Ticket or invoice number' },
    event_time: { sqlType: 'datetime2(3)', nullable: true, meaning: 'When it happened, where readable' },
    product_id: { sqlType: 'varchar(32)', nullable: true, meaning: 'Code, in upper case' },
    description: { sqlType: 'nvarchar(200)', nullable: true, meaning: 'Description or note, trimmed' },
    customer_id: { sqlType: 'varchar(32)', nullable: true, meaning: 'Customer, where known' },
    country: { sqlType: 'nvarchar(64)', nullable: true, meaning: 'Country of the customer or the store' },
    quantity: { sqlType: 'int', nullable: true, meaning: 'Units, where readable' },
    unit_price: { sqlType: 'decimal(18,2)', nullable: true, meaning: 'Price of one unit, where readable' },
    amount: { sqlType: 'decimal(18,2)', meaning: 'Quantity × unit price; 0 where either is unreadable' },
  },
} as const satisfies LakeTable;

export const lakeBuilds = {
  schema: 'silver',
  name: 'lake_builds',
  grain: 'the build this lake comes from: one row',
  label: 'General',
  key: ['build_id'],
  partitions: [],
  columns: {
    build_id: { sqlType: 'varchar(64)', meaning: 'Identifies the build; part of every cache key' },
    source_name: { sqlType: 'nvarchar(200)', meaning: 'Where the rows came from, in words' },
    last_closed_date: { sqlType: 'date', meaning: 'Last business date that is complete' },
    first_date: { sqlType: 'date', meaning: 'First business date held' },
    currency: { sqlType: 'varchar(3)', meaning: 'ISO 4217 code of every amount in the lake' },
    time_zone: { sqlType: 'varchar(64)', meaning: 'IANA zone of the stores' },
    loaded_at: { sqlType: 'datetime2(3)', meaning: 'When the build finished loading, UTC' },
  },
} as const satisfies LakeTable;
