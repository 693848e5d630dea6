import { readFileSync } from 'node:fs';
import type { App } from '../app.ts';
import { describeApi } from './openapi.ts';
import { renderApiPage } from './page.ts';

const PAGE = { config: { page: 'docs' } } as const;

/** `/api/openapi.json` for programs, `/api/docs` for people: both made once, of the contract. */
export function routeDocs(app: App, version: string): void {
  const api = describeApi(app.ownOrigin, version, app.sessionCookie.name);
  const document = JSON.stringify(api);
  const page = renderApiPage(api);
  const style = readFileSync(new URL('docs.css', import.meta.url), 'utf8');

  app.get('/api/openapi.json', { config: { anyOrigin: true } }, (_request, reply) =>
    reply.type('application/json').send(document),
  );
  app.get('/api/docs', PAGE, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  );
  app.get('/api/docs.css', PAGE, (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  );
}
