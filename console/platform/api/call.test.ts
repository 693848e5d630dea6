import { afterEach, expect, test, vi } from 'vitest';
import { readSession, signIn, signOut } from '#protocol/accounts.ts';
import { call } from './call.ts';
import { ApiProblem, isProblem, NetworkProblem } from './problems.ts';
import { isReachable } from './reachability.ts';

const account = {
  id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b',
  username: 'northfield-sadie-p',
  displayName: 'Sadie Park',
  email: null,
  institutionId: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5c',
  role: 'operator',
  chatAccess: true,
};
const credentials = { username: 'northfield-sadie-p', password: 'carrel-demo' };

afterEach(() => {
  vi.useRealTimers();
});

function answerWith(status: number, body: unknown, headers: Record<string, string> = {}) {
  const asked = vi.fn(async (_address: string, _request: RequestInit) => {
    const text = body === null ? null : JSON.stringify(body);
    return new Response(text, { status, headers });
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

function problemBody(code: string, status: number, more: object = {}) {
  return { type: 'about:blank', title: code, status, code, detail: `detail of ${code}`, ...more };
}

test('a body goes out as JSON, and the answer comes back parsed', async () => {
  const asked = answerWith(201, {
    account,
    mustAddSecondFactor: false,
    isToured: true,
    unknown: 'dropped',
  });
  expect(await call(signIn, { body: credentials })).toEqual({
    account,
    mustAddSecondFactor: false,
    isToured: true,
  });
  const [address, request] = asked.mock.calls[0] ?? [];
  expect(address).toBe('/api/v1/session');
  expect(request).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
});

test('an answer without a body is null', async () => {
  answerWith(204, null);
  expect(await call(signOut)).toBeNull();
});

test('a refusal becomes an ApiProblem with code, fields and the seconds to wait', async () => {
  const errors = [{ path: 'password', message: 'is required' }];
  answerWith(429, problemBody('too_many_requests', 429, { errors }), { 'retry-after': '12' });
  const error = await call(signIn, { body: credentials }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiProblem);
  expect(error).toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 12 });
  expect(isProblem(error, 'too_many_requests') && error.fields.get('password')).toBe('is required');
  expect(isProblem(error, 'not_found')).toBe(false);
});

test('a refusal says that the server is there', async () => {
  answerWith(401, problemBody('not_signed_in', 401));
  await expect(call(readSession)).rejects.toThrow(ApiProblem);
  expect(isReachable()).toBe(true);
});

test('an error page of a proxy counts as no answer', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(call(readSession)).rejects.toThrow(NetworkProblem);
  expect(isReachable()).toBe(false);
});

test('a lost network is a NetworkProblem, and the next answer heals it', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  await expect(call(readSession)).rejects.toThrow(NetworkProblem);
  expect(isReachable()).toBe(false);
  answerWith(200, { account, mustAddSecondFactor: false, isToured: true });
  await call(readSession);
  expect(isReachable()).toBe(true);
});

test('a lost server is asked again until it answers', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  await expect(call(readSession)).rejects.toThrow(NetworkProblem);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(isReachable()).toBe(false);
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 200 }));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(isReachable()).toBe(true);
});

test('a call that its caller gave up is no trouble of the network', async () => {
  const given = new AbortController();
  given.abort();
  vi.stubGlobal('fetch', async () => {
    throw new DOMException('given up', 'AbortError');
  });
  await expect(call(readSession, { signal: given.signal })).rejects.toThrow('given up');
  expect(isReachable()).toBe(true);
});

test('an answer that breaks the contract is not passed on', async () => {
  answerWith(200, { account: { ...account, role: 'emperor' } });
  await expect(call(readSession)).rejects.toThrow();
});
