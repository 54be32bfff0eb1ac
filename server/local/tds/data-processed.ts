const MEGABYTE = 1_000_000;

/** What one statement cost the engine. */
export interface DataProcessed {
  /** Bytes read from files, footers included. */
  readonly scanned: number;
  /** Bytes of rows sent to the client, as they are on the wire: not packed. */
  readonly moved: number;
}

/** The message that serverless SQL sends behind the rows of each statement; sizes are rounded up to whole megabytes. */
export function dataProcessedMessage({ scanned, moved }: DataProcessed): string {
  const [read, sent] = [scanned, moved].map((bytes) => Math.ceil(bytes / MEGABYTE));
  return `Total size of data scanned is ${read} megabytes, total size of data moved is ${sent} megabytes, total size of data written is 0 megabytes.`;
}
