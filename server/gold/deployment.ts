import { cetasStatements, type GoldBuild, type Month } from './cetas.ts';
import { GOLD_TABLES, MODEL_TABLES, SILVER_TABLES } from './contract.ts';
import { COLLATION, createViewStatement, type LakeLocation, tableFolder, text } from './ddl.ts';
import type { LakeTable } from './table.ts';

export interface Deployment {
  /** Address of the container: https://<account>.dfs.core.windows.net/<container> */
  readonly storage: string;
  readonly dataSource: string;
  /** Folder of the build within the container: gold lies in it. */
  readonly folder: string;
  /** Folder that holds silver/; that of the build where a local build was copied whole. */
  readonly silverFolder: string;
  /** A copied local build is Parquet throughout; delta: tables that jobs in Azure merge into are Delta folders. */
  readonly silverFormat: 'parquet' | 'delta';
  /** The app's registration in Entra ID, by its name: it may read gold and nothing else. */
  readonly reader: string;
  /** Months to make gold of in Synapse; none where a local build was copied there. */
  readonly months: readonly Month[];
}

const CREDENTIAL = 'lake_identity';
const FILE_FORMAT = 'lake_parquet';

/**
 * The whole script, batch by batch: what must have been copied, how storage is reached, the views over silver, gold as
 * Synapse makes it out of them, the views over gold, and who may read what. Running it twice changes nothing, but that
 * CETAS wants a new folder. Storage is read with the workspace's own identity; the reader gets no right to name files by
 * itself.
 */
export function deploymentScript(deployment: Deployment): string {
  const { dataSource, folder, silverFolder, silverFormat, months } = deployment;
  const location = { dataSource, folder };
  const build: GoldBuild = { ...location, fileFormat: FILE_FORMAT, months };
  const made = months.length === 0 ? [] : MODEL_TABLES.flatMap((table) => cetasStatements(table, build));
  const silver = silverFormat === 'delta' ? SILVER_TABLES : SILVER_TABLES.map(asParquet);
  const batches = [
    ...(months.length === 0 ? [] : [foldersToCopy(location)]),
    ...storage(deployment),
    ...['silver', 'gold', 'build'].map(
      (schema) => `IF SCHEMA_ID('${schema}') IS NULL EXEC('CREATE SCHEMA [${schema}]');`,
    ),
    ...silver.map((table) => createViewStatement(table, { dataSource, folder: silverFolder })),
    ...made,
    ...GOLD_TABLES.map((table) => createViewStatement(table, location)),
    ...grants(deployment),
  ];
  return batches.map((batch) => `${batch}\nGO\n`).join('\n');
}

function asParquet({ keptAs: _, ...table }: LakeTable): LakeTable {
  return table;
}

/** Our own statistics run in no SQL engine: what they make comes from a local build. */
function foldersToCopy({ folder }: LakeLocation): string {
  const folders = GOLD_TABLES.filter((table) => !MODEL_TABLES.includes(table)).map(
    (table) => `--   ${tableFolder(table, folder)}`,
  );
  return `-- Copy these folders of a local build first: no statement here fills them, and their views need them.
${folders.sort().join('\n')}`;
}

function storage({ storage, dataSource }: Deployment): string[] {
  return [
    `-- Text compares by its bytes, as ids do everywhere else.
ALTER DATABASE CURRENT COLLATE ${COLLATION};`,
    `IF NOT EXISTS (SELECT 1 FROM sys.symmetric_keys WHERE name = '##MS_DatabaseMasterKey##') CREATE MASTER KEY;`,
    `IF NOT EXISTS (SELECT 1 FROM sys.database_scoped_credentials WHERE name = '${CREDENTIAL}')
  CREATE DATABASE SCOPED CREDENTIAL [${CREDENTIAL}] WITH IDENTITY = 'Managed Identity';`,
    `IF NOT EXISTS (SELECT 1 FROM sys.external_data_sources WHERE name = ${text(dataSource)})
  CREATE EXTERNAL DATA SOURCE [${dataSource}] WITH (LOCATION = ${text(storage)}, CREDENTIAL = [${CREDENTIAL}]);`,
    `IF NOT EXISTS (SELECT 1 FROM sys.external_file_formats WHERE name = '${FILE_FORMAT}')
  CREATE EXTERNAL FILE FORMAT [${FILE_FORMAT}]
  WITH (FORMAT_TYPE = PARQUET, DATA_COMPRESSION = 'org.apache.hadoop.io.compress.SnappyCodec');`,
  ];
}

function grants({ reader }: Deployment): string[] {
  const user = `[${reader.replaceAll(']', ']]')}]`;
  return [
    `IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = ${text(reader)})
  CREATE USER ${user} FROM EXTERNAL PROVIDER;`,
    `GRANT CONNECT TO ${user};
GRANT SELECT ON SCHEMA::[gold] TO ${user};
GRANT REFERENCES ON DATABASE SCOPED CREDENTIAL::[${CREDENTIAL}] TO ${user};
DENY SELECT ON SCHEMA::[silver] TO ${user};
DENY SELECT ON SCHEMA::[build] TO ${user};
DENY ADMINISTER DATABASE BULK OPERATIONS TO ${user};`,
  ];
}
