/** What went wrong, as a sentence about the shop. Codes come from the error classes of the server; nothing of the inside is told. */
const SENTENCES: Readonly<Record<string, string>> = {
  SOURCE_UNREACHABLE: 'The warehouse of figures cannot be reached right now.',
  SOURCE_STARTING: 'The warehouse of figures is waking up; this takes up to two minutes.',
  SOURCE_BUSY: 'The warehouse of figures is busy; try again in a moment.',
  SOURCE_OVER_BUDGET: 'The query budget of the warehouse is spent for now.',
  SOURCE_REFUSING: 'The warehouse of figures refuses this service. Your administrator has to look at it.',
  SOURCE_TIMEOUT: 'The warehouse of figures did not answer in time.',
  CONTRACT_DRIFT:
    'The figures have changed their shape and cannot be trusted until somebody has looked at them.',
  QUERY_FAILED: 'This question could not be answered.',
  LEDGER_UNAVAILABLE: 'The audit cannot be reached right now.',
  LIVE_STORE_AWAY: 'The live store cannot be reached right now.',
  QUESTION_PARAMETERS: 'This question cannot be asked with these choices.',
};
const UNKNOWN = 'Something went wrong while these figures were fetched.';

export interface Failure {
  readonly code: string;
  readonly sentence: string;
}

/** Reads the stable code of an error, whatever was thrown; an unreachable source may also say in which state it is. */
export function explainFailure(error: unknown): Failure {
  const { code, state } = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown;
    state?: unknown;
  };
  const known = typeof code === 'string' && Object.hasOwn(SENTENCES, code) ? code : 'UNEXPECTED';
  const inState =
    known === 'SOURCE_UNREACHABLE' ? `SOURCE_${String(state).toUpperCase().replaceAll('-', '_')}` : known;
  return { code: known, sentence: SENTENCES[inState] ?? SENTENCES[known] ?? UNKNOWN };
}
