import type { LakeTable } from '../table.ts';
import { additive, count, productId, unknownable } from './columns.ts';

/** What the lake knows about its own making: what came in, and what was found when it was checked. */

export const productDescriptions = {
  schema: 'silver',
  name: 'product_descriptions',
  grain: 'month × product × description its lines carry',
  label: 'Internal',
  key: ['month_start', 'product_id', 'description'],
  partitions: ['year', 'month'],
  partitionedOn: 'month_start',
  monthly: true,
  columns: {
    month_start: { sqlType: 'date', meaning: 'First day of the month' },
    product_id: productId,
    description: { sqlType: 'nvarchar(200)', meaning: 'Description, trimmed; empty where a line has none' },
    uses: count('Lines that carry it'),
  },
} as const satisfies LakeTable;

export const lakeInputs = {
  schema: 'silver',
  name: 'lake_inputs',
  grain: 'received file',
  label: 'Internal',
  key: ['bronze_table', 'source_file'],
  partitions: [],
  additivity: additive('row_count'),
  columns: {
    bronze_table: { sqlType: 'varchar(64)', meaning: 'Bronze table the file is kept in' },
    source_file: { sqlType: 'nvarchar(200)', meaning: 'Name of the file as received' },
    content_hash: { sqlType: 'varchar(64)', meaning: 'SHA-256 of its bytes' },
    row_count: count('Rows read from it'),
    loaded_at: { sqlType: 'datetime2(3)', meaning: 'When this content was first loaded, UTC' },
    loaded_by: { sqlType: 'varchar(64)', meaning: 'Build that first loaded this content' },
    recipe: { sqlType: 'varchar(64)', meaning: 'SHA-256 of how files are read and tables are made' },
  },
} as const satisfies LakeTable;

export const qualityChecks = {
  schema: 'silver',
  name: 'quality_checks',
  grain: 'check of this build',
  label: 'Internal',
  key: ['table_name', 'check_name'],
  partitions: [],
  columns: {
    table_name: { sqlType: 'varchar(64)', meaning: 'Table that was checked' },
    check_name: { sqlType: 'nvarchar(200)', meaning: 'What must hold, in words' },
    kind: {
      sqlType: 'varchar(16)',
      meaning: 'contract, range, reference, reconciliation, freshness, volume or reading',
    },
    severity: {
      sqlType: 'varchar(8)',
      meaning: 'blocking: the build is not served; warning: it is, and says so',
    },
    outcome: { sqlType: 'varchar(8)', meaning: 'passed or failed' },
    failures: count('Rows or days that break the rule'),
    detail: unknownable({ sqlType: 'nvarchar(400)', meaning: 'What was found, where the rule is broken' }),
  },
} as const satisfies LakeTable;

export const lineage = { ...lakeInputs, schema: 'gold', name: 'lineage' } as const satisfies LakeTable;
export const dataQuality = {
  ...qualityChecks,
  schema: 'gold',
  name: 'data_quality',
} as const satisfies LakeTable;
