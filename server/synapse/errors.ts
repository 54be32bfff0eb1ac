/**
 * The ways in which a question fails. Messages name the question and nothing of the source (no host, path or SQL
 * text), so they may reach a person; the driver's own words stay in `cause`, for the log.
 */
abstract class QuestionError extends Error {
  abstract readonly code: string;
  readonly question: string;
  constructor(question: string, message: string, options?: ErrorOptions) {
    super(`${question}: ${message}`, options);
    this.name = new.target.name;
    this.question = question;
  }
}

/** The asker's fault: a parameter is missing, malformed or out of range. */
export class QuestionParametersError extends QuestionError {
  readonly code = 'QUESTION_PARAMETERS';
  /** Names of the parameters refused. */
  readonly parameters: readonly string[];
  constructor(question: string, parameters: readonly string[], options?: ErrorOptions) {
    super(question, `cannot be asked with this ${parameters.join(', ')}`, options);
    this.parameters = parameters;
  }
}

/** Why the source cannot be asked: gone, waking up, throttling us, its budget spent, or refusing our login. */
export type SourceState = 'unreachable' | 'starting' | 'busy' | 'over-budget' | 'refusing';

const SOURCE_STATE_TEXT: Readonly<Record<SourceState, string>> = {
  unreachable: 'the data source cannot be reached',
  starting: 'the data source is starting',
  busy: 'the data source is busy',
  'over-budget': 'the query budget of the data source is spent',
  refusing: 'the data source refuses this service',
};

export class SourceUnreachableError extends QuestionError {
  readonly code = 'SOURCE_UNREACHABLE';
  readonly state: SourceState;
  constructor(question: string, state: SourceState, options?: ErrorOptions) {
    super(question, SOURCE_STATE_TEXT[state], options);
    this.state = state;
  }
}

export class SourceTimeoutError extends QuestionError {
  readonly code = 'SOURCE_TIMEOUT';
  constructor(question: string, options?: ErrorOptions) {
    super(question, 'the data source did not answer in time', options);
  }
}

/** The answer is not what the contract says: a column missing, added, renamed or of another type. */
export class ContractDriftError extends QuestionError {
  readonly code = 'CONTRACT_DRIFT';
  readonly column: string;
  constructor(question: string, column: string, drift: string, options?: ErrorOptions) {
    super(question, `column ${column} ${drift}`, options);
    this.column = column;
  }
}

/** The source understood who we are and refused or failed the question itself: never retried. */
export class QueryFailedError extends QuestionError {
  readonly code = 'QUERY_FAILED';
  /** SQL Server's error number, where there was one. */
  readonly number: number | undefined;
  constructor(question: string, number: number | undefined, options?: ErrorOptions) {
    super(question, number === undefined ? 'failed' : `failed (error ${number})`, options);
    this.number = number;
  }
}
