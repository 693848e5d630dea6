import { expect, test } from 'vitest';
import type { Endpoint } from '#protocol/endpoint.ts';
import { ENDPOINTS } from '#protocol/endpoints.ts';
import type { ProblemCode } from '#protocol/problems.ts';
import { PROBLEMS } from '#protocol/problems.ts';
import { html } from '../html.ts';
import { buildTestApp, PUBLIC_URL } from '../test-app.ts';
import { findUnrouted } from './find-unrouted.ts';
import { describeApi } from './openapi.ts';
import { problemsOf } from './problems-of.ts';
import { routeDocs } from './routes.ts';

const endpoints = Object.values(ENDPOINTS).flatMap((ofNoun) => Object.entries<Endpoint>(ofNoun));
const api = describeApi(PUBLIC_URL, '1.2.3', 'carrel_session');

function buildDocsApp() {
  const app = buildTestApp();
  routeDocs(app, '1.2.3');
  return app;
}

test.each(endpoints)(
  '%s stands in the document with its answers and its problems',
  (name, endpoint) => {
    const operation = api.paths[`/api/v1${endpoint.path}`]?.[endpoint.method.toLowerCase()];
    expect(operation).toMatchObject({ operationId: name, summary: endpoint.summary });
    const statuses = problemsOf(endpoint).map((code) => String(PROBLEMS[code].status));
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining([...Object.keys(endpoint.answers), ...statuses]),
    );
    const media = endpoint.body ? ['application/json'] : (endpoint.takes ?? []);
    expect(Object.keys(operation?.requestBody?.content ?? {})).toEqual(media);
    const parameters = [endpoint.params, endpoint.query].flatMap((schema) =>
      Object.keys(schema?.shape ?? {}),
    );
    expect(operation?.parameters?.map((one) => one.name) ?? []).toEqual(parameters);
  },
);

test('every reference leads to a shape, and every shape is whole', () => {
  const refs = JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
  const names = new Set([...refs].map(([, name]) => name));
  expect(names.size).toBeGreaterThan(5);
  for (const name of names) expect(api.components.schemas).toHaveProperty(name as string);
  for (const shape of Object.values(api.components.schemas)) expect(shape).not.toEqual({});
  expect(JSON.stringify(api)).not.toContain('$defs');
});

test('the document is served to pages of any origin', async () => {
  const answer = await buildDocsApp().inject('/api/openapi.json');
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect(answer.json()).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
});

test('the page for people names every endpoint and every problem, and every link of it leads somewhere', async () => {
  const { body, headers } = await buildDocsApp().inject('/api/docs');
  for (const [name] of endpoints) expect(body).toContain(`id="${name}"`);
  for (const code of Object.keys(PROBLEMS)) expect(body).toContain(`id="problem-${code}"`);
  const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  for (const [, target] of body.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(body).not.toMatch(/<script|style=/);
});

test('a problem’s type leads to its entry on the page', async () => {
  const app = buildDocsApp();
  const { type } = (await app.inject('/nowhere')).json<{ type: string; code: ProblemCode }>();
  const [path = '', id] = type.split('#');
  expect((await app.inject(path)).body).toContain(`id="${id}"`);
});

test('an endpoint that no feature has bound is found', () => {
  const app = buildTestApp();
  app.get('/api/v1/session', async () => null);
  const unrouted = findUnrouted(app);
  expect(unrouted).toContain('POST /session');
  expect(unrouted).not.toContain('GET /session');
  expect(unrouted).toHaveLength(endpoints.length - 1);
});

test('html escapes what is put into it, and nothing twice', () => {
  const name = html`<b>${'<i title="x">Tom & \'Jerry\'</i>'}</b>`;
  expect(html`<p>${name}${[name]}${3}</p>`.markup).toBe(`<p>${name.markup}${name.markup}3</p>`);
  expect(name.markup).toBe(
    '<b>&lt;i title=&quot;x&quot;&gt;Tom &amp; &#39;Jerry&#39;&lt;/i&gt;</b>',
  );
});
