import { type SchemaField, typeInWords } from './schema-fields.ts';

interface SchemaTableProps {
  readonly caption: string;
  readonly fields: readonly SchemaField[];
}

/** The fields of a query, a body or an answer, as a JSON schema has them; nothing where there is none. */
export function SchemaTable({ caption, fields }: SchemaTableProps) {
  if (fields.length === 0) return null;
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
