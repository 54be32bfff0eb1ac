import { CONVERSION_CASES } from './golden/conversions.ts';
import { DATE_CASES } from './golden/dates.ts';
import type { GoldenCase } from './golden/golden-case.ts';
import { NUMBER_CASES } from './golden/numbers.ts';
import { QUERY_CASES } from './golden/queries.ts';
import { TEXT_CASES } from './golden/text.ts';

/** Every construct that is translated, with SQL Server's answer. */
export const GOLDEN_CASES: readonly GoldenCase[] = [
  ...NUMBER_CASES,
  ...TEXT_CASES,
  ...DATE_CASES,
  ...CONVERSION_CASES,
  ...QUERY_CASES,
];
