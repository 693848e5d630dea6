import { Counter } from 'prom-client';
import { afterEach, expect, test, vi } from 'vitest';
import { createMetrics } from '../metrics.ts';
import { routeHealth } from './health.ts';
import { buildTestApp, collectLog } from './test-app.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('a process that answers is live, whatever else is broken', async () => {
  const app = buildTestApp();
  routeHealth(app, createMetrics(), { database: () => Promise.reject(new Error('gone')) });
  expect((await app.inject('/health/live')).json()).toEqual({ status: 'live' });
});

test('ready when every check holds', async () => {
  const app = buildTestApp();
  routeHealth(app, createMetrics(), { database: async () => 1, bus: async () => undefined });
  const answer = await app.inject('/health/ready');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('not ready names what failed, and not why', async () => {
  const app = buildTestApp();
  routeHealth(app, createMetrics(), {
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
  routeHealth(app, createMetrics(), {
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
  routeHealth(app, metrics, {});
  app.get('/books/:isbn', async () => ({}));
  new Counter({ name: 'carrel_test_total', help: 'test', registers: [metrics.registry] }).inc();
  await app.inject('/books/978-3-16?q=private');
  const { body } = await app.inject('/metrics');
  expect(body).toContain('route="/books/:isbn",status="200"');
  expect(body).toContain('carrel_test_total 1');
  expect(body).toContain('process_cpu_seconds_total');
  expect(body).not.toMatch(/978-3-16|private/);
});

test('neither health nor metrics fill the log; anything else is one line without its address', async () => {
  const { log, lines } = collectLog();
  const app = buildTestApp({ log });
  routeHealth(app, createMetrics(), {});
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
