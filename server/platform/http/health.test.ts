import { Counter } from 'prom-client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMetrics } from '../metrics.ts';
import type { App } from './app.ts';
import { type ReadinessChecks, routeHealth } from './health.ts';
import { buildTestApp, collectLog } from './test-app.ts';

function route(app: App, checks: ReadinessChecks): void {
  routeHealth(app, createMetrics(), { checks, openMetrics: false });
}

afterEach(() => {
  vi.useRealTimers();
});

test('a process that answers is live, whatever else is broken', async () => {
  const app = buildTestApp();
  route(app, { database: () => Promise.reject(new Error('gone')) });
  expect((await app.inject('/health/live')).json()).toEqual({ status: 'live' });
});

test('ready when every check holds', async () => {
  const app = buildTestApp();
  route(app, { database: async () => 1, bus: async () => undefined });
  const answer = await app.inject('/health/ready');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('not ready names what failed, and not why', async () => {
  const app = buildTestApp();
  route(app, {
    database: () => Promise.reject(new Error('password hunter2 refused')),
    bus: async () => undefined,
  });
  const answer = await app.inject('/health/ready');
  expect(answer.json()).toMatchObject({
    status: 503,
    code: 'unavailable',
    detail: 'Not ready: database.',
  });
  expect(answer.body).not.toContain('hunter2');
});

test('a check that never answers has failed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const app = buildTestApp();
  const asked = Promise.withResolvers<void>();
  route(app, {
    database: () => {
      asked.resolve();
      return new Promise(() => undefined);
    },
  });
  const answer = app.inject('/health/ready');
  await asked.promise;
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await answer).statusCode).toBe(503);
});

test('metrics tell the time of answers by route, and what features add', async () => {
  const metrics = createMetrics();
  const app = buildTestApp({ metrics });
  routeHealth(app, metrics, { checks: {}, openMetrics: false });
  app.get('/books/:isbn', async () => ({}));
  new Counter({ name: 'carrel_test_total', help: 'test', registers: [metrics.registry] }).inc();
  await app.inject('/books/978-3-16?q=private');
  const { body } = await app.inject('/metrics');
  expect(body).toContain('route="/books/:isbn",status="200"');
  expect(body).toContain('carrel_test_total 1');
  expect(body).toContain('process_cpu_seconds_total');
  expect(body).not.toMatch(/978-3-16|private/);
});

describe('metrics', () => {
  const read = async (
    openMetrics: boolean,
    from: { address: string; headers?: Record<string, string> },
  ) => {
    const app = buildTestApp();
    routeHealth(app, createMetrics(), { checks: {}, openMetrics });
    const headers = { ...from.headers };
    const answer = await app.inject({ url: '/metrics', remoteAddress: from.address, headers });
    return answer.statusCode;
  };

  test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'are read on this machine, as by %s',
    async (address) => {
      expect(await read(false, { address })).toBe(200);
    },
  );

  test.each([
    { address: '203.0.113.7' },
    { address: '::ffff:203.0.113.7' },
    { address: '127.0.0.1', headers: { 'x-forwarded-for': '203.0.113.7' } },
    { address: '::1', headers: { forwarded: 'for=203.0.113.7' } },
  ])('are not read by %j, unless they are opened', async (from) => {
    expect(await read(false, from)).toBe(403);
    expect(await read(true, from)).toBe(200);
  });
});

test('neither health nor metrics fill the log; anything else is one line without its address', async () => {
  const { log, lines } = collectLog();
  const app = buildTestApp({ log });
  route(app, {});
  app.get('/books/:isbn', async () => ({}));
  for (const path of ['/health/live', '/health/ready', '/metrics']) await app.inject(path);
  expect(lines).toEqual([]);

  await app.inject('/books/978-3-16?q=private');
  await app.inject({ method: 'HEAD', url: '/books/978-3-16?q=private' });
  await app.inject('/nowhere/private?q=private');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { msg: 'request', method: 'GET', route: '/books/:isbn', status: 200, ms: expect.any(Number) },
    { msg: 'request', method: 'HEAD', route: '/books/:isbn', status: 200 },
    { msg: 'request', method: 'GET', route: '(none)', status: 404 },
  ]);
  expect(lines.join()).not.toMatch(/978-3-16|private/);
});
