interface SchemaTableProps {
  readonly caption: string;
  readonly fields: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly description: string;
    readonly schema: Readonly<Record<string, unknown>>;
  }[];
}

/** The fields of a query or an answer, as a JSON schema has them. */
export function SchemaTable({ caption, fields }: SchemaTableProps) {
  const head = 'py-1.5 pr-4 text-left font-medium';
  return (
    <div className="relative mt-3 overflow-x-auto">
      <table data-stays="in the document for programs" className="w-full">
        <caption className="pb-1 text-left text-ink-muted">{caption}</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className={head}>
              Name
            </th>
            <th scope="col" className={head}>
              Is
            </th>
            <th scope="col" className={head}>
              Meaning
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, required, description, schema }) => (
            <tr key={name} className="border-t border-line align-top">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                <code>{name}</code>
                {required ? '' : <span className="text-ink-muted"> (optional)</span>}
              </th>
              <td className="py-1.5 pr-4">{typeInWords(schema)}</td>
              <td className="py-1.5">{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function typeInWords({ type, format, enum: values, anyOf }: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(values)) return values.join(', ');
  if (Array.isArray(anyOf)) return [...new Set(anyOf.map(typeInWords))].join(' or ');
  return [type, format].filter(Boolean).join(', ');
}
