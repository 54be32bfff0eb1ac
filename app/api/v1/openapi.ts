import { z } from 'zod';
import { EXPORTS } from '../export/registry.ts';
import { choicesInPath } from './api-endpoint.ts';
import { answerSchema } from './list-response.ts';
import { NUMBERS_ANSWER } from './numbers-answer.ts';
import { PROBLEM } from './problem.ts';
import { NUMBERS_QUERY, SEARCH_QUERY } from './query.ts';
import { ENDPOINTS } from './registry.ts';
import { SEARCH_ANSWER } from './search-answer.ts';

export type JsonSchema = Record<string, unknown>;

/** OpenAPI 3.1 is JSON Schema 2020-12, which zod writes itself: no other package stands between schema and document. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io }) as JsonSchema;
  return rest;
}

export interface Operation {
  readonly summary: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters: readonly JsonSchema[];
  readonly responses: Readonly<Record<string, JsonSchema>>;
}

export interface ApiDocument extends JsonSchema {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
}

const REFUSALS = {
  400: 'A choice in the query is not understood',
  401: 'Nobody is signed in',
  403: 'Not open to this role, these stores or this clearance',
  429: 'Too many requests; Retry-After says when to come back',
  503: 'The source of figures or the check of access cannot be reached',
};

const problems = (more: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries({ ...REFUSALS, ...more }).map(([status, description]) => [
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
        ...problems({
          ...(endpoint.isOne && { 404: 'There is nothing of that name, or not for you' }),
          410: 'The cursor is of figures that have been built anew since',
        }),
      },
    };
    return [`/api/v1/${endpoint.path}`, { get }] as const;
  });
  const search = found('search', SEARCH_QUERY, SEARCH_ANSWER, {
    summary:
      'Stores, products and customers (numbers only) by part of a name or an id, each kind for its roles',
    description: 'What was found, at most eight of a kind',
  });
  const numbers = found('customer-numbers', NUMBERS_QUERY, NUMBERS_ANSWER, {
    summary: 'Customers of the stores that are yours by the beginning of a loyalty number or an id',
    description: 'Who was found, at most ten',
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Retail Pulse',
      version: '1.0.0',
      description:
        'What the pages show, as JSON: the same guards, rows and labels. Amounts are exact decimal text; days are business dates of the stores.',
    },
    servers: [{ url: origin }],
    security: [{ session: [] }],
    paths: Object.fromEntries([...lists, numbers, search]),
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

/** An operation that finds by what is typed, and has no pages. */
function found(
  name: string,
  query: z.ZodObject,
  answer: z.ZodType,
  { summary, description }: { readonly summary: string; readonly description: string },
): readonly [string, { readonly get: Operation }] {
  const schema = jsonSchema(answer, 'output');
  const get = {
    ...{ summary, operationId: name, tags: [name], parameters: parametersOf(query) },
    responses: { 200: { description, content: { 'application/json': { schema } } }, ...problems() },
  };
  return [`/api/v1/${name}`, { get }];
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
