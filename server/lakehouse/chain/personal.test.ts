import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOLD_TABLES } from '#server/gold/contract.ts';
import type { Column, LakeTable } from '#server/gold/table.ts';
import { buildLake } from '../build-lake.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { DEFAULT_CHAIN } from './chain-plan.ts';
import { generatedChain } from './source.ts';

const IS_PERSONAL = /PII|Highly/;

/** Columns with a personal value in a table of a lower label, and why they may stand there. */
const NOT_SO_LABELLED: Readonly<Record<string, string>> = {
  'customer_masks.email_hash': 'Nobody comes from it to an address without the key, which is not in the lake',
  'customer_numbers.loyalty_number':
    'What staff at a counter know a customer by: it names nobody, stands on pages labelled as personal and leaves in no file',
};

test('what says who somebody is stands in no gold table that is not labelled so', async (t) => {
  const root = trialFolder(t);
  await buildLake(root, generatedChain({ ...DEFAULT_CHAIN, stores: 2, products: 24, days: 9 }), {
    ...trialEffects(),
    hashKey: 'a key that only this test knows',
  });
  const texts = GOLD_TABLES.filter(({ label }: LakeTable) => !IS_PERSONAL.test(label)).flatMap(
    ({ name, columns }) =>
      Object.entries<Column>(columns).flatMap(([column, { sqlType }]) =>
        sqlType.includes('varchar') ? [{ name, column }] : [],
      ),
  );
  const same = texts.map(
    ({ name, column }) => `SELECT DISTINCT '${name}.${column}' AS place FROM gold.${name} AS g
      SEMI JOIN people ON people.value = g.${column}`,
  );
  const found = await askLake(
    root,
    `WITH people AS MATERIALIZED (SELECT customer_id AS value FROM silver.customers
      UNION SELECT unnest([full_name, email, phone, email_hash]) FROM silver.customer_contacts)
    ${same.join(' UNION ALL ')} ORDER BY place`,
  );
  assert.ok(texts.length > 50);
  assert.deepEqual(
    found.map(({ place }) => place),
    Object.keys(NOT_SO_LABELLED),
  );
});
