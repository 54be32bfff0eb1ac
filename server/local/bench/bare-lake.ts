import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { MODEL_TABLES, SILVER_TABLES } from '#server/gold/contract.ts';
import { goldModel } from '#server/gold/model.ts';
import type { LakeTable } from '#server/gold/table.ts';
import { createViewSql } from '#server/lakehouse/parquet-view.ts';
import { COSTED_LINES, judgedSql, LINES, SET_ASIDE } from '#server/lakehouse/silver.ts';
import type { Source } from '#server/lakehouse/source.ts';
import { literal } from '#server/lakehouse/sql-text.ts';
import { translateTsql } from '#server/lakehouse/tsql/translate-tsql.ts';

/**
 * The reads, group-bys, sorts and writes a build is made of, each once, over all months and with nothing around them:
 * no checks, no counts, no partitions, no contract. Answers with the number of rows judged.
 */
export async function runBare(
  source: Source,
  build: string,
  target: string,
  memory: string,
): Promise<number> {
  const duck = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    temp_directory: join(target, 'spill'),
  });
  const connection = await duck.connect();
  const write = async ({ schema, name, key }: LakeTable, select: string) => {
    const file = literal(join(target, `${schema}-${name}.parquet`));
    await connection.run(
      `COPY (SELECT * FROM (${select}) ORDER BY ${key.join(', ')}) TO ${file} (FORMAT parquet, COMPRESSION zstd)`,
    );
  };
  mkdirSync(target, { recursive: true });
  try {
    await connection.run('CREATE SCHEMA bronze; CREATE SCHEMA silver; CREATE SCHEMA gold');
    const bronze = join(build, 'bronze');
    for (const system of readdirSync(bronze))
      for (const table of readdirSync(join(bronze, system))) {
        const files = literal(join(bronze, system, table, '*.parquet'));
        await connection.run(`CREATE VIEW bronze.${table} AS SELECT * FROM read_parquet(${files})`);
      }
    for (const table of SILVER_TABLES) await connection.run(createViewSql(table, build));
    await connection.run(`CREATE TEMP TABLE judged AS ${judgedSql(source)}`);
    await connection.run(`CREATE TEMP TABLE lines AS ${LINES}`);
    const made: Record<string, string> = { transaction_lines: COSTED_LINES, set_aside: SET_ASIDE };
    for (const table of SILVER_TABLES)
      await write(table, made[table.name] ?? `SELECT * FROM silver.${table.name}`);
    for (const table of MODEL_TABLES) await write(table, translateTsql(goldModel(table)).sql);
    const [[lines] = []] = (await connection.runAndReadAll('SELECT count(*) FROM judged')).getRows();
    return Number(lines);
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}
