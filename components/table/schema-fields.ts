export type JsonSchema = Readonly<Record<string, unknown>>;

export interface SchemaField {
  /** With its place: `rows[].netSales`. */
  readonly name: string;
  /** Always there, where what it stands in is. */
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

/** The fields of a body or an answer, those of its rows one step in; of several shapes the fields of each, by name. */
export function fieldsOf(schema: JsonSchema, prefix = ''): SchemaField[] {
  const shapes = shapesOf(schema);
  const names = new Set(shapes.flatMap(({ properties }) => Object.keys(properties)));
  return [...names].flatMap((name) => {
    const having = shapes.filter(({ properties }) => Object.hasOwn(properties, name));
    const fields = having.map(({ properties }): JsonSchema => properties[name] ?? {});
    const different = [...new Map(fields.map((field) => [JSON.stringify(field), field])).values()];
    const field: JsonSchema = different.length === 1 ? (different[0] ?? {}) : { anyOf: different };
    const items = field['items'] as JsonSchema | undefined;
    const own = {
      name: `${prefix}${name}${items ? '[]' : ''}`,
      required: shapes.every(({ required }) => required.includes(name)),
      description: different.map(({ description }) => String(description ?? '')).find(Boolean) ?? '',
      schema: field,
    };
    return [own, ...fieldsOf(items ?? field, `${own.name}.`)];
  });
}

interface Shape {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/** The objects that a schema lets through. */
function shapesOf({ properties, required = [], anyOf, oneOf }: JsonSchema): Shape[] {
  const ways = (anyOf ?? oneOf) as readonly JsonSchema[] | undefined;
  return ways ? ways.flatMap(shapesOf) : properties ? [{ properties, required } as Shape] : [];
}

/** What a value may be. */
export function typeInWords({ type, format, const: only, enum: values, anyOf, oneOf }: JsonSchema): string {
  const ways = (anyOf ?? oneOf) as readonly JsonSchema[] | undefined;
  if (only !== undefined) return String(only);
  if (Array.isArray(values)) return values.join(', ');
  if (ways) return [...new Set(ways.map(typeInWords))].join(' or ');
  return [Array.isArray(type) ? type.join(' or ') : type, format].filter(Boolean).join(', ');
}
