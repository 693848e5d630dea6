import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './app.ts';
import { serveStatic } from './static.ts';
import { buildTestApp } from './test-app.ts';

const FILES = {
  'console/index.html': '<title>desk</title>',
  'console/favicon.svg': '<svg/>',
  'console/assets/main-abc.js': 'desk()',
  'console/assets/main-abc.js.br': 'packed',
  'widget/embed.js': 'load()',
  'widget/panel.js': 'panel()',
  'widget/assets/font-abc.woff2': 'font',
  'widget/chat.html': '<title>chat</title>',
  'secret.txt': 'secret',
};

let folder: string;
let app: App;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carrel-static-'));
  for (const [path, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  app = buildTestApp({ publicUrl: 'https://carrel.test' });
  serveStatic(app, folder);
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test.each(['/', '/sign-in', '/setup', '/widgets/7', '/questions'])(
  '%s is the console',
  async (path) => {
    const answer = await get(path);
    expect(answer.body).toBe(FILES['console/index.html']);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-cache',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    expect(answer.headers['content-security-policy']).toContain('wss://carrel.test');
  },
);

test.each([
  '/api/v1/nothing',
  '/api',
  '/assets/gone.js',
  '/widget/gone.js',
  '/robots.txt',
  '/health',
])('%s is no page of the console', async (path) => {
  const answer = await get(path);
  expect(answer.json()).toMatchObject({ status: 404, code: 'not_found' });
  expect(answer.headers['content-type']).toContain('application/problem+json');
});

test.each([
  '/widget/../secret.txt',
  '/widget/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%2fsecret.txt',
])('%s does not lead out of the folder', async (path) => {
  const answer = await get(path);
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
  expect(answer.body).not.toBe('secret');
});

test('a file whose name bears its hash is kept for ever, and sent compressed', async () => {
  const answer = await get('/assets/main-abc.js', { 'accept-encoding': 'br' });
  expect(answer.body).toBe('packed');
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
    'cache-control': expect.stringContaining('immutable'),
    vary: 'accept-encoding',
  });
  expect((await get('/assets/main-abc.js')).body).toBe('desk()');
});

test.each(['/embed.js', '/widget/panel.js'])(
  '%s goes to pages of any origin and is asked for again soon',
  async (path) => {
    const answer = await get(path);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
      etag: expect.any(String),
    });
    const again = await get(path, { 'if-none-match': String(answer.headers.etag) });
    expect(again.statusCode).toBe(304);
  },
);

test('any page may frame the full-page chat', async () => {
  const answer = await get('/chat/01900000-0000-7000-8000-0000000000aa');
  expect(answer.body).toBe(FILES['widget/chat.html']);
  expect(answer.headers['content-security-policy']).toContain('frame-ancestors *');
  expect(answer.headers['x-frame-options']).toBeUndefined();
});

test('a wrong method is told the right ones, not that the console would answer', async () => {
  const answer = await app.inject({ method: 'POST', url: '/nowhere' });
  expect(answer.headers.allow).toBeUndefined();
  expect(answer.statusCode).toBe(404);
});
