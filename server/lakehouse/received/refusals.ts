/** Why a folder cannot be imported. Each names the file and, where there is one, the line. */

export class SourceFolderError extends Error {
  readonly code = 'SOURCE_FOLDER_MISSING';
  constructor(folder: string) {
    super(`There is no folder ${folder}`);
    this.name = 'SourceFolderError';
  }
}

export class NoCsvFilesError extends Error {
  readonly code = 'NO_CSV_FILES';
  constructor(folder: string) {
    super(`The folder ${folder} holds no .csv file`);
    this.name = 'NoCsvFilesError';
  }
}

export class MissingColumnsError extends Error {
  readonly code = 'CSV_COLUMNS_MISSING';
  constructor(file: string, missing: readonly string[], wanted: readonly string[]) {
    super(
      `${file}, line 1: no column ${missing.join(', ')}; a CSV file with ${wanted.join(', ')} is expected`,
    );
    this.name = 'MissingColumnsError';
  }
}

export class CsvLineError extends Error {
  readonly code = 'CSV_LINE_UNREADABLE';
  constructor(file: string, line: string, reason: string) {
    super(`${file}, line ${line}: ${reason}`);
    this.name = 'CsvLineError';
  }
}

export class CardNumberError extends Error {
  readonly code = 'CARD_NUMBER';
  constructor(file: string, line: number, column: string) {
    super(
      `${file}, line ${line}, ${column}: this passes as the number of a payment card. The file is refused and nothing of it is kept; ask whoever sends it for tokens instead`,
    );
    this.name = 'CardNumberError';
  }
}

export class MissingFilesError extends Error {
  readonly code = 'SOURCE_FILES_MISSING';
  constructor(folder: string, source: string, names: readonly string[]) {
    super(`${folder} holds no ${names.join(', no ')}; ${source} needs them`);
    this.name = 'MissingFilesError';
  }
}

export class UnknownSourceError extends Error {
  readonly code = 'SOURCE_UNKNOWN';
  constructor(folder: string, reasons: readonly string[]) {
    super(
      `The files of ${folder} are of no known source. ${reasons.join('; ')}. --source takes a name or the file of a declaration`,
    );
    this.name = 'UnknownSourceError';
  }
}

export class DelimiterError extends Error {
  readonly code = 'CSV_DELIMITER';
  constructor(file: string, found: string, declared: string) {
    super(`${file}, line 1: columns are set apart by ${found}, the declaration says ${declared}`);
    this.name = 'DelimiterError';
  }
}

export class EncodingError extends Error {
  readonly code = 'CSV_ENCODING';
  constructor(file: string, declared: string) {
    super(
      `${file}: the text is UTF-8, the declaration says ${declared}; letters outside ASCII would be garbled`,
    );
    this.name = 'EncodingError';
  }
}

/** A declaration names a table or a column that it does not declare. */
export class UnknownColumnError extends Error {
  readonly code = 'SOURCE_DECLARATION';
  constructor(problem: string, there: readonly string[]) {
    super(
      `The declaration names what it does not have: ${problem}; there ${there.length === 1 ? 'is' : 'are'} ${there.join(', ')}`,
    );
    this.name = 'UnknownColumnError';
  }
}

export class DeclarationError extends Error {
  readonly code = 'SOURCE_DECLARATION';
  constructor(file: string, problem: string) {
    super(`${file} is no declaration of a source: ${problem}`);
    this.name = 'DeclarationError';
  }
}
