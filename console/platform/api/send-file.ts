import type { Answer, CallInput, Endpoint } from '#protocol/endpoint.ts';
import { addressOf } from './address.ts';
import { readProblem } from './call.ts';
import { NetworkProblem } from './problems.ts';
import { tellReachable } from './reachability.ts';

/**
 * Sends a file as the body of an endpoint and parses its answer. `onSent` hears which share of it,
 * from 0 to 1, is on the server: `fetch` can't tell. Throws as `call` does.
 */
export async function sendFile<const Definition extends Endpoint>(
  endpoint: Definition,
  { query, file, onSent }: Sending<Definition>,
): Promise<Answer<Definition>> {
  const response = await post(endpoint, query, file, onSent);
  if (!response.ok) throw await readProblem(response);
  tellReachable(true);
  const schema = endpoint.answers[response.status];
  // The schema is the endpoint's own for this status: what it lets through is an Answer.
  return (schema ? schema.parse(await response.json()) : null) as Answer<Definition>;
}

interface Sending<Definition extends Endpoint> {
  readonly query: CallInput<Definition>['query'];
  readonly file: Blob;
  readonly onSent: (share: number) => void;
}

function post(
  { method, path, takes }: Endpoint,
  query: unknown,
  file: Blob,
  onSent: (share: number) => void,
): Promise<Response> {
  const request = new XMLHttpRequest();
  const given = query as Readonly<Record<string, unknown>> | undefined;
  request.open(method, addressOf(path, given ? { query: given } : {}));
  request.setRequestHeader('accept', 'application/json');
  // The browser's own guess at a file's type depends on the programs of the computer.
  request.setRequestHeader('content-type', takes?.[0] ?? 'application/octet-stream');
  request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(responseOf(request));
    request.onerror = () => {
      tellReachable(false);
      reject(new NetworkProblem('nobody answered'));
    };
    request.send(file);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const retryAfter = request.getResponseHeader('retry-after');
  return new Response(request.responseText === '' ? null : request.responseText, {
    status: request.status,
    headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
  });
}
