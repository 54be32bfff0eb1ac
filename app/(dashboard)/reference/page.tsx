import type { Metadata } from 'next';
import { Panel } from '#components/panel/panel.tsx';
import { fieldsOf, type JsonSchema } from '#components/table/schema-fields.ts';
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
        What the pages show and send, as JSON, by the same guards and for the same rows. Sign in, then ask
        from the same browser. Amounts are exact decimal text, or minor units where their field says so; days
        are business dates of the stores. The document for programs is{' '}
        <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-4">
          /api/v1/openapi.json
        </a>
        .
      </p>
      <div className="space-y-4">
        {Object.entries(document.paths).flatMap(([path, operations]) =>
          Object.entries(operations).map(([method, operation]) => (
            <OperationPanel key={`${method} ${path}`} {...{ path, method, operation }} />
          )),
        )}
      </div>
    </>
  );
}

interface Shown {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

function OperationPanel({ path, method, operation }: Shown) {
  const { summary, parameters, requestBody, responses } = operation;
  const content = responses['200']?.['content'] as Record<string, { schema: JsonSchema }> | undefined;
  const name = method === 'get' ? path : `${method.toUpperCase()} ${path}`;
  return (
    <Panel
      title={summary}
      subtitle={
        <>
          <span className="font-medium uppercase">{method}</span> <code className="break-all">{path}</code>
        </>
      }
      action={
        // Whom a path is about has to be put into it first, and nothing is changed by way of trial.
        path.includes('{') || method !== 'get' ? null : (
          <a
            href={`${path}${trialOf(parameters)}`}
            className="shrink-0 text-sm text-accent underline underline-offset-4"
          >
            Try it<span className="sr-only">: {summary}</span>
          </a>
        )
      }
    >
      <details className="text-sm">
        <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">
          {requestBody ? 'Body' : 'Query'}, answer and refusals
        </summary>
        <SchemaTable
          caption={`Query of ${name}`}
          fields={parameters.map(({ name: parameter, required, description, schema }) => ({
            name: String(parameter),
            required: required === true,
            description: String(description ?? ''),
            schema: schema as JsonSchema,
          }))}
        />
        <SchemaTable
          caption={`Body of ${name}`}
          fields={fieldsOf(requestBody?.content['application/json']?.schema ?? {})}
        />
        <SchemaTable
          caption={`Answer of ${name}`}
          fields={fieldsOf(content?.['application/json']?.schema ?? {})}
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

/** A query by which something is found: what must stand in it, and of a list a few rows. */
function trialOf(parameters: Operation['parameters']): string {
  const query = new URLSearchParams();
  for (const { name, required, schema } of parameters) {
    const [example] = (schema as { examples?: string[] }).examples ?? [];
    if (required === true && example !== undefined) query.set(String(name), example);
    if (name === 'limit') query.set(name, '5');
  }
  return query.size > 0 ? `?${query}` : '';
}
