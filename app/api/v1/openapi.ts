import { z } from 'zod';
import { EXPORTS } from '../export/registry.ts';
import { choicesInPath } from './api-endpoint.ts';
import { answerSchema } from './list-response.ts';
import { type ApiOperation, OPERATIONS } from './operations.ts';
import { PROBLEM } from './problem.ts';
import { NO_QUERY } from './query.ts';
import { ENDPOINTS } from './registry.ts';

export type JsonSchema = Record<string, unknown>;

/** OpenAPI 3.1 is JSON Schema 2020-12, which zod writes itself: no other package stands between schema and document. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io }) as JsonSchema;
  return rest;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

export interface Operation {
  readonly summary: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters: readonly JsonSchema[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, JsonSchema>>;
}

export interface ApiDocument extends JsonSchema {
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<ApiOperation['method'], Operation>>>>>;
}

const NOT_UNDERSTOOD = {
  get: { 400: 'A choice in the query is not understood' },
  post: { 422: 'What was sent is not understood' },
};
const REFUSALS = {
  401: 'Nobody is signed in',
  403: 'Not open to this role, these stores, this clearance or another site',
  429: 'Too many requests; Retry-After says when to come back',
  503: 'The source of figures, the live store, the audit or the check of access cannot be reached',
};

const problems = (method: ApiOperation['method'], more: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries({ ...NOT_UNDERSTOOD[method], ...REFUSALS, ...more }).map(([status, description]) => [
      status,
      {
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

/** The whole interface, made of the schemas that read its queries and check its answers. */
export function openApiDocument(origin: string): ApiDocument {
  const lists = ENDPOINTS.map((endpoint) => {
    const answer = {
      description: endpoint.isOne ? 'The one row' : 'The rows',
      headers: {
        ETag: { schema: { type: 'string' }, description: 'Holds until the figures are built anew' },
      },
      content: { 'application/json': { schema: jsonSchema(answerSchema(endpoint), 'output') } },
    };
    const label = EXPORTS[endpoint.table]?.label ?? 'Internal';
    const get: Operation = {
      summary: endpoint.summary,
      operationId: endpoint.path.replaceAll('/', '-').replaceAll(/[{}]/g, ''),
      tags: [endpoint.path.split('/', 1)[0] ?? '', label],
      parameters: [...choicesInPath(endpoint.path).map(pathParameter), ...parametersOf(endpoint.query)],
      responses: {
        200: answer,
        304: { description: 'Unchanged: If-None-Match named what is current' },
        ...problems('get', {
          ...(endpoint.isOne && { 404: 'There is nothing of that name, or not for you' }),
          410: 'The cursor is of figures that have been built anew since',
        }),
      },
    };
    return [`/api/v1/${endpoint.path}`, { get }] as const;
  });
  const others = Object.entries(Object.groupBy(OPERATIONS, ({ path }) => path)).map(
    ([path, operations = []]) => [
      `/api/v1/${path}`,
      Object.fromEntries(operations.map((one) => [one.method, operationOf(one)])),
    ],
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Retail Pulse',
      version: '1.0.0',
      description:
        'What the pages show and send, as JSON: the same guards, rows and labels. Amounts are exact decimal text, or minor units where their field says so; days are business dates of the stores.',
    },
    servers: [{ url: origin }],
    security: [{ session: [] }],
    paths: Object.fromEntries([...lists, ...others]),
    components: {
      schemas: { Problem: jsonSchema(PROBLEM, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-rp_session',
          description: 'The session of a sign-in',
        },
      },
    },
  };
}

function operationOf({
  method,
  path,
  summary,
  query,
  body,
  answers,
  problems: own,
}: ApiOperation): Operation {
  const name = path.replaceAll('/', '-');
  const given = Object.entries(answers).map(([status, { description, schema }]) => [
    status,
    {
      description,
      ...(schema && { content: { 'application/json': { schema: jsonSchema(schema, 'output') } } }),
    },
  ]);
  return {
    ...{ summary, operationId: method === 'get' ? name : `${method}-${name}` },
    ...{ tags: [path.split('/', 1)[0] ?? ''], parameters: parametersOf(query ?? NO_QUERY) },
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(body, 'input') } },
      },
    }),
    responses: { ...problems(method, own), ...Object.fromEntries(given) },
  };
}

const pathParameter = (name: string): JsonSchema => ({
  ...{ name, in: 'path', required: true, description: `Id of the ${name}` },
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,32}$' },
});

function parametersOf(query: z.ZodObject): JsonSchema[] {
  const { properties, required = [] } = jsonSchema(query, 'input') as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
}
