import { UnknownNameError, UntranslatableError } from './refusals.ts';
import { type TsqlType, UNKNOWN } from './sql-type.ts';
import { quoteName, type Value } from './value.ts';

export interface NamedColumn {
  /** Empty where the SELECT gives none. */
  readonly name: string;
  readonly type: TsqlType;
  /** Its text never ends in blanks. */
  readonly trimmed?: true;
}

/** What holds for a statement as a whole. */
export interface Statement {
  /** Columns of the tables a contract describes, by `schema.table` in lower case. */
  readonly tables: ReadonlyMap<string, readonly NamedColumn[]>;
  /** Types of the declared parameters, by name in lower case. */
  readonly parameters: ReadonlyMap<string, TsqlType>;
  /** Names of the parameters met, without @. */
  readonly met: Set<string>;
  /** Names of the functions met, by the node that calls them. */
  readonly called: Map<object, string>;
}

/** What FROM brings in under one name. Without columns it is a table that no contract describes. */
export interface Source {
  readonly name: string;
  readonly columns: readonly NamedColumn[] | undefined;
}

/** Names are the same whatever their case, as in the local engine; a contract name is in lower case anyway. */
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** The names a SELECT can use: its own sources, then those of the SELECT around it. */
export class Scope {
  readonly sources: Source[] = [];
  readonly statement: Statement;
  /** Columns of the common table expressions, by name in lower case; of one still being read, nothing. */
  readonly withs: Map<string, readonly NamedColumn[] | 'being read' | undefined>;
  readonly outer: Scope | undefined;

  constructor(statement: Statement, outer?: Scope, withs: Scope['withs'] = outer?.withs ?? new Map()) {
    this.statement = statement;
    this.outer = outer;
    this.withs = withs;
  }

  add(source: Source, line?: number): void {
    if (this.sources.some(({ name }) => same(name, source.name)))
      throw new UntranslatableError(`the name ${source.name} for two tables of one FROM`, line);
    this.sources.push(source);
  }

  source(name: string): Source | undefined {
    return this.sources.find((source) => same(source.name, name)) ?? this.outer?.source(name);
  }

  /** The column a name means, written with its source. Throws UnknownNameError (207), or by name where two fit. */
  column(name: string, from: string | undefined, line?: number): Value {
    if (from !== undefined) {
      const source = this.source(from);
      const found = source && held(source, name);
      if (!found) throw new UnknownNameError('column', source ? name : `${from}.${name}`, line);
      return found;
    }
    const found = this.sources.flatMap((source) => held(source, name) ?? []);
    if (found.length > 1)
      throw new UntranslatableError(`the column ${name}, which several tables may have,`, line);
    if (found[0]) return found[0];
    if (this.outer) return this.outer.column(name, undefined, line);
    throw new UnknownNameError('column', name, line);
  }
}

function held(source: Source, name: string): Value | undefined {
  if (!source.columns) return { sql: `${quoteName(source.name)}.${quoteName(name)}`, type: UNKNOWN };
  const column = source.columns.find((each) => same(each.name, name));
  if (!column) return undefined;
  const sql = `${quoteName(source.name)}.${quoteName(column.name)}`;
  return column.trimmed ? { sql, type: column.type, trimmed: true } : { sql, type: column.type };
}
