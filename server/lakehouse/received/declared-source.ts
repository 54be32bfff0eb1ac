import { basename, resolve } from 'node:path';
import { codeSql } from '../received-text.ts';
import type { Source } from '../source.ts';
import { campaignRecords } from './campaigns-sql.ts';
import { quoted } from './column-sql.ts';
import type { SourceDeclaration } from './declaration.ts';
import { readingsSql, receivedSql } from './lines-sql.ts';
import { productsSql, storesSql } from './lists-sql.ts';
import { placementRecords } from './placements-sql.ts';
import { listedRecords } from './stock-sql.ts';
import { unlistedSql } from './unlisted-sql.ts';
import { receivedInputs, writeReceived } from './write-bronze.ts';

/** A folder of a retailer's export, read as a declaration says. */
export function declaredSource(declaration: SourceDeclaration, folder: string): Source {
  const { lines } = declaration;
  return {
    name: `${declaration.title}, ${basename(resolve(folder))}`,
    currency: declaration.currency,
    timeZone: declaration.timeZone,
    inputs: () => receivedInputs(folder, declaration),
    writeBronze: (bench, report, carried) => writeReceived(bench, folder, declaration, report, carried),
    tickets: { table: lines.table, key: `coalesce(${codeSql(quoted(lines.transaction))}, '')` },
    readings: readingsSql(declaration),
    received: receivedSql(declaration),
    products: productsSql(declaration),
    stores: storesSql(declaration),
    unlisted: unlistedSql(declaration),
    records: {
      ...listedRecords(declaration),
      ...placementRecords(declaration),
      ...campaignRecords(declaration),
    },
  };
}
