/** One construct with the answer SQL Server gives, from Microsoft's documentation. */
export interface GoldenCase {
  readonly construct: string;
  readonly tsql: string;
  /** By name without @. */
  readonly parameters?: Readonly<
    Record<string, { readonly sqlType: string; readonly value: string | number }>
  >;
  /**
   * Rows in order. int, bit and float as themselves; decimal and bigint as text with all places; date as
   * yyyy-mm-dd; datetime2 as yyyy-mm-dd hh:mm:ss[.fff].
   */
  readonly expected: readonly (readonly (string | number | boolean | null)[])[];
  readonly sqlTypes: readonly string[];
  /** The page the rule or the example comes from. */
  readonly source: string;
}

/** A page of the Transact-SQL reference. */
export function tsqlPage(path: string): string {
  return `https://learn.microsoft.com/en-us/sql/t-sql/${path}-transact-sql`;
}
