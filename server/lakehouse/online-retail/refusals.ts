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
