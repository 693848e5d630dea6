import type { z } from 'zod';
import type { Endpoint } from '#protocol/endpoint.ts';
import { ENDPOINTS } from '#protocol/endpoints.ts';
import type { ProblemCode } from '#protocol/problems.ts';
import { PROBLEMS } from '#protocol/problems.ts';
import { problemsOf } from './problems-of.ts';
import type { Shape } from './shapes.ts';
import { namedShapes, shapeOf } from './shapes.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Shape;
}

export interface Response {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: Shape }>>;
  readonly headers?: Readonly<Record<string, unknown>>;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: NonNullable<Response['content']>;
  };
  readonly responses: Readonly<Record<string, Response>>;
}

/** OpenAPI 3.1, as much of it as Carrel writes. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<
    Record<'schemas' | 'securitySchemes', Readonly<Record<string, unknown>>>
  >;
}

const DESCRIPTION =
  'Ids are UUIDs, times ISO 8601 in UTC, bodies JSON. Lists answer items and a nextCursor, to be sent as cursor. ' +
  'Errors are problem details (RFC 9457) with a stable code. What happens live comes over the WebSocket /api/v1/socket.';

const SECURITY = {
  public: [],
  staff: [{ session: [] }],
  patron: [{ chatToken: [] }],
  party: [{ session: [] }, { chatToken: [] }],
} as const;

/** The contract of `protocol/` as an OpenAPI document. */
export function describeApi(publicUrl: string, version: string, cookieName: string): OpenApi {
  const operations = Object.entries(ENDPOINTS).flatMap(([noun, endpoints]) =>
    Object.entries(endpoints).map(([name, endpoint]) => ({
      noun,
      name,
      endpoint: endpoint as Endpoint,
    })),
  );
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { noun, name, endpoint } of operations) {
    const path = `/api/v1${endpoint.path}`;
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: describe(noun, name, endpoint),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Carrel', version, description: DESCRIPTION },
    servers: [{ url: publicUrl }],
    tags: [...Object.keys(ENDPOINTS), 'health'].map((name) => ({ name })),
    paths: { ...paths, ...HEALTH },
    components: {
      schemas: namedShapes(),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieName },
        chatToken: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function describe(noun: string, name: string, endpoint: Endpoint): Operation {
  const parameters = [...parametersOf(endpoint, 'path'), ...parametersOf(endpoint, 'query')];
  return {
    operationId: name,
    tags: [noun],
    summary: endpoint.summary,
    security: SECURITY[endpoint.access],
    ...(parameters.length > 0 && { parameters }),
    ...(endpoint.body && {
      requestBody: { required: true, content: json(shapeOf(endpoint.body)) },
    }),
    ...(endpoint.takes && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          endpoint.takes.map((type) => [type, { schema: { type: 'string' } }]),
        ),
      },
    }),
    responses: { ...answersOf(endpoint), ...problemResponses(problemsOf(endpoint)) },
  };
}

function parametersOf(endpoint: Endpoint, place: Parameter['in']): Parameter[] {
  const schema = place === 'path' ? endpoint.params : endpoint.query;
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = shapeOf(schema);
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: shape,
  }));
}

function answersOf({ answers, files }: Endpoint): Record<string, Response> {
  const isRepeatable = '200' in answers && '201' in answers;
  const responses = Object.entries(answers).map(([status, schema]) => {
    const description = status === '200' && isRepeatable ? 'Done before: the first result' : 'Done';
    return [
      status,
      schema === null ? { description } : { description, content: contentOf(schema, files) },
    ];
  });
  return Object.fromEntries(responses);
}

function contentOf(schema: z.ZodType, files: Endpoint['files']): NonNullable<Response['content']> {
  if (files === undefined) return json(shapeOf(schema));
  return Object.fromEntries(files.map((mediaType) => [mediaType, { schema: shapeOf(schema) }]));
}

function problemResponses(codes: readonly ProblemCode[]): Record<string, Response> {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  const responses = [...byStatus].map(([status, ofStatus]) => [
    status,
    problemResponse(status, ofStatus),
  ]);
  return Object.fromEntries(responses);
}

function problemResponse(status: number, codes: readonly ProblemCode[]): Response {
  return {
    description: codes.map((code) => `${code}: ${PROBLEMS[code].title}`).join('; '),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { properties: { code: { enum: codes } } },
          ],
        },
      },
    },
    ...(status === 429 && {
      headers: { 'Retry-After': { required: true, schema: { type: 'integer', minimum: 1 } } },
    }),
  };
}

function json(schema: Shape): NonNullable<Response['content']> {
  return { 'application/json': { schema } };
}

function health(operationId: string, summary: string, problems: readonly ProblemCode[]): Operation {
  const responses = { 200: { description: 'Done' }, ...problemResponses(problems) };
  return { operationId, tags: ['health'], summary, security: [], responses };
}

const HEALTH: OpenApi['paths'] = {
  '/health/live': { get: health('readLiveness', 'Whether the process answers', []) },
  '/health/ready': {
    get: health('readReadiness', 'Whether requests may be sent here', ['unavailable']),
  },
  '/metrics': { get: health('readMetrics', 'Numbers for Prometheus, in its text format', []) },
};
