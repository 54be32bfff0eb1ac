import { TdsProtocolError } from './packets.ts';
import { readParameterValue, type TypedValue } from './parameter-values.ts';
import { REFUSED, SqlError } from './sql-errors.ts';

/** A statement and its parameters; names are in lower case and without @. */
export interface ParameterisedStatement {
  readonly text: string;
  readonly values: ReadonlyMap<string, TypedValue>;
  /** As declared: `decimal(18,2)`. */
  readonly types: Readonly<Record<string, string>>;
}

const SP_EXECUTESQL = 10;
const BY_NUMBER = 0xffff;
const BY_REFERENCE = 0x01;

/** Length of the headers that open a batch or a call. */
export function headersLength(payload: Buffer): number {
  return payload.length < 4 ? 0 : payload.readUInt32LE(0);
}

/**
 * Reads a call of `sp_executesql`, by name or by number.
 * @throws SqlError 2812 for any other procedure
 * @throws TdsProtocolError where the bytes cannot be read
 */
export function readProcedureCall(payload: Buffer): ParameterisedStatement {
  try {
    return read(payload);
  } catch (error) {
    if (error instanceof SqlError) throw error;
    throw new TdsProtocolError('a call that cannot be read');
  }
}

function read(payload: Buffer): ParameterisedStatement {
  let offset = headersLength(payload);
  const nameLength = payload.readUInt16LE(offset);
  offset += 2;
  const byNumber = nameLength === BY_NUMBER;
  const nameEnd = offset + (byNumber ? 2 : 2 * nameLength);
  const procedure = byNumber ? payload.readUInt16LE(offset) : payload.toString('ucs2', offset, nameEnd);
  requireExecuteSql(procedure);
  offset = nameEnd + 2;

  const given: { name: string; value: TypedValue }[] = [];
  while (offset < payload.length) {
    const end = offset + 1 + 2 * payload.readUInt8(offset);
    const name = payload.toString('ucs2', offset + 1, end);
    if (payload.readUInt8(end) & BY_REFERENCE)
      throw new SqlError(REFUSED, `The output parameter ${name} is not given here.`);
    const { type, value, end: next } = readParameterValue(payload, end + 1);
    given.push({ name, value: { type, value } });
    offset = next;
  }
  const [statement, declaration, ...values] = given;
  if (typeof statement?.value.value !== 'string')
    throw new SqlError(214, "Procedure expects parameter '@statement' of type 'ntext/nchar/nvarchar'.");
  const declared = readDeclaration(String(declaration?.value.value ?? ''));
  const nameOf = (given: string, at: number) => given.slice(1).toLowerCase() || (declared[at]?.[0] ?? '');
  return {
    text: statement.value.value,
    values: new Map(values.map(({ name, value }, at) => [nameOf(name, at), value])),
    types: Object.fromEntries(declared),
  };
}

/** `@from date, @share decimal(9,4)` as pairs of name and type. */
function readDeclaration(text: string): [name: string, type: string][] {
  const declared = text.matchAll(/@([\w@#$]+)\s+(?:AS\s+)?([a-z]\w*(?:\s*\([^)]*\))?)/gi);
  return [...declared].map(([, name = '', type = '']) => [name.toLowerCase(), type]);
}

function requireExecuteSql(procedure: string | number): void {
  const name =
    typeof procedure === 'string' ? procedure.replaceAll(/[[\]]|^(?:.*\.)/g, '').toLowerCase() : '';
  if (procedure !== SP_EXECUTESQL && name !== 'sp_executesql')
    throw new SqlError(2812, `Could not find stored procedure '${procedure}'.`);
}
