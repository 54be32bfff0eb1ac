import type { Metadata } from 'next';
import { Panel } from '#components/panel/panel.tsx';
import { SchemaTable } from '#components/table/schema-table.tsx';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { env } from '#server/shared/env.ts';
import { type Operation, openApiDocument } from '../../api/v1/openapi.ts';

export const metadata: Metadata = { title: PAGES.reference.title };

/** API v1 for people: made from the very document that programs read, without a script of anybody else. */
export default async function ReferencePage() {
  await requirePage('reference');
  const document = openApiDocument(env().APP_ORIGIN);
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">API v1</h1>
      <p className="mt-1 mb-4 max-w-2xl text-ink-muted">
        What the pages show, as JSON, by the same guards and for the same rows. Sign in, then ask from the
        same browser. Amounts are exact decimal text; days are business dates of the stores. The document for
        programs is{' '}
        <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-4">
          /api/v1/openapi.json
        </a>
        .
      </p>
      <div className="space-y-4">
        {Object.entries(document.paths).map(([path, { get }]) => (
          <OperationPanel key={path} path={path} operation={get} />
        ))}
      </div>
    </>
  );
}

const TRIED_WITH: Readonly<Record<string, string>> = {
  '/api/v1/search': 'q=ba',
  '/api/v1/customer-numbers': 'beginning=C0',
};

function OperationPanel({ path, operation }: { path: string; operation: Operation }) {
  const { summary, parameters, responses } = operation;
  const content = responses['200']?.['content'] as Record<string, { schema: Record<string, unknown> }>;
  return (
    <Panel
      title={summary}
      subtitle={
        <>
          <span className="font-medium">GET</span> <code className="break-all">{path}</code>
        </>
      }
      action={
        // Whom a path is about has to be put into it first.
        path.includes('{') ? null : (
          <a
            href={`${path}?${TRIED_WITH[path] ?? 'limit=5'}`}
            className="shrink-0 text-sm text-accent underline underline-offset-4"
          >
            Try it<span className="sr-only">: {summary}</span>
          </a>
        )
      }
    >
      <details className="text-sm">
        <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">
          Query, answer and refusals
        </summary>
        <SchemaTable
          caption={`Query of ${path}`}
          fields={parameters.map(({ name, required, description, schema }) => ({
            name: String(name),
            required: required === true,
            description: String(description ?? ''),
            schema: schema as Record<string, unknown>,
          }))}
        />
        <SchemaTable
          caption={`Answer of ${path}`}
          fields={fieldsOf(content['application/json']?.schema ?? {})}
        />
        <ul className="mt-3 space-y-1">
          {Object.entries(responses).map(([status, { description }]) => (
            <li key={status}>
              <span className="font-medium">{status}</span> {String(description)}
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}

/** The fields of an answer, those of its rows one step in. */
function fieldsOf(schema: Record<string, unknown>, prefix = ''): Parameters<typeof SchemaTable>[0]['fields'] {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, Record<string, unknown>>;
    required?: string[];
  };
  return Object.entries(properties).flatMap(([name, field]) => {
    const items = field['items'] as Record<string, unknown> | undefined;
    const own = {
      name: `${prefix}${name}${items ? '[]' : ''}`,
      required: required.includes(name),
      description: String(field['description'] ?? ''),
      schema: field,
    };
    return [own, ...fieldsOf(items ?? field, `${own.name}.`)];
  });
}
