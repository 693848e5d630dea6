import type { Answer, CallInput, Endpoint } from '#protocol/endpoint.ts';
import { type Problem, problem } from '#protocol/problems.ts';
import { addressOf } from './address.ts';
import { ApiProblem, NetworkProblem } from './problems.ts';
import { tellReachable } from './reachability.ts';

/** Only what the endpoint takes: no `body` for one that has none. */
type Given<Definition extends Endpoint> = {
  [Part in keyof CallInput<Definition> as CallInput<Definition>[Part] extends undefined
    ? never
    : Part]: CallInput<Definition>[Part];
};

type Input<Definition extends Endpoint> = keyof Given<Definition> extends never
  ? [input?: { signal?: AbortSignal }]
  : [input: Given<Definition> & { signal?: AbortSignal }];

interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/**
 * Calls an endpoint of the contract and parses its answer.
 * Throws `ApiProblem` when the server refuses and `NetworkProblem` when nobody answers.
 */
export async function call<const Definition extends Endpoint>(
  endpoint: Definition,
  ...[input]: Input<Definition>
): Promise<Answer<Definition>> {
  const given: AnyInput = input ?? {};
  const response = await send(endpoint, given);
  if (!response.ok) throw await readProblem(response);
  const schema = endpoint.answers[response.status];
  // The schema is the endpoint's own for this status: what it lets through is an Answer.
  if (schema) return schema.parse(await response.json()) as Answer<Definition>;
  return null as Answer<Definition>;
}

async function send(endpoint: Endpoint, input: AnyInput): Promise<Response> {
  const request: RequestInit = { method: endpoint.method, headers: { accept: 'application/json' } };
  if (input.signal) request.signal = input.signal;
  if (input.body !== undefined) {
    request.headers = { ...request.headers, 'content-type': 'application/json' };
    request.body = JSON.stringify(input.body);
  }
  try {
    const response = await fetch(addressOf(endpoint.path, input), request);
    if (response.ok) tellReachable(true);
    return response;
  } catch (error) {
    if (input.signal?.aborted) throw error;
    tellReachable(false);
    throw new NetworkProblem('nobody answered', { cause: error });
  }
}

/** What a refusal says; a proxy's own page in place of Carrel's answer is none. */
export async function readProblem(response: Response): Promise<ApiProblem | NetworkProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problem.safeParse(body);
  if (parsed.success) {
    tellReachable(true);
    return new ApiProblem(parsed.data, retryAfter(response));
  }
  // A proxy speaks in place of Carrel: for the reader that is the same as no answer.
  if (response.status >= 502) {
    tellReachable(false);
    return new NetworkProblem(`status ${response.status}`);
  }
  return new ApiProblem(unknownProblem(response), null);
}

function unknownProblem(response: Response): Problem {
  const detail = `status ${response.status} without an explanation`;
  return { type: 'about:blank', title: detail, status: response.status, code: 'internal', detail };
}

function retryAfter(response: Response): number | null {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return Number.isNaN(seconds) ? null : seconds;
}
