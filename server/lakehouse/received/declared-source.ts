import { basename, resolve } from 'node:path';
import type { Source } from '../source.ts';
import type { SourceDeclaration } from './declaration.ts';
import { readingsSql, receivedSql } from './lines-sql.ts';
import { productsSql, storesSql } from './lists-sql.ts';
import { writeReceived } from './write-bronze.ts';

/** A folder of a retailer's export, read as a declaration says. */
export function declaredSource(declaration: SourceDeclaration, folder: string): Source {
  return {
    name: `${declaration.title}, ${basename(resolve(folder))}`,
    currency: declaration.currency,
    timeZone: declaration.timeZone,
    writeBronze: (bench, report) => writeReceived(bench, folder, declaration, report),
    readings: readingsSql(declaration),
    received: receivedSql(declaration),
    products: productsSql(declaration),
    stores: storesSql(declaration),
  };
}
