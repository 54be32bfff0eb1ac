import type { SensitivityLabel } from './sensitivity.ts';

/** What a person must know of figures before trusting them: where they come from and how old they are. */
export interface Freshness {
  /** The build of the lake the figures come from. */
  readonly buildId: string;
  /** When the source gave them, epoch milliseconds of the server's clock. */
  readonly queriedAt: number;
  /** Set where the source could not say that this is still its last word. */
  readonly stale: Staleness | null;
}

export interface Staleness {
  /** Last moment at which the source vouched for the figures, epoch milliseconds of the server's clock. */
  readonly since: number;
  /** Stable code of the error that stands between us and fresher figures, e.g. `SOURCE_UNREACHABLE`. */
  readonly reason: string;
}

export interface Answer<Row> extends Freshness {
  /** That of the most sensitive table the rows come from. */
  readonly label: SensitivityLabel;
  readonly rows: readonly Row[];
  /** The source held more rows than a page may fetch; these are the first. */
  readonly truncated: boolean;
}
