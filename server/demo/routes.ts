import { readdirSync, readFileSync } from 'node:fs';
import type { FastifyRequest } from 'fastify';
import { language as languageSchema } from '#protocol/schemas.ts';
import type { App } from '../platform/http/app.ts';
import type { Parts } from '../platform/parts.ts';
import { findWidget } from '../widgets/index.ts';
import { renderPage } from './render-page.ts';
import { textIn } from './site.ts';
import { SITES } from './sites/index.ts';

const PAGE = { config: { page: 'demo' } } as const;
const STYLES = new URL('styles/', import.meta.url);
const QUERY_CHARACTERS = 200;

type DemoRequest = FastifyRequest<{ Params: { code: string; slug?: string } }>;

/**
 * `/demo/CODE` and the pages below it: the web sites of the demonstration's libraries, each with its
 * widget. Where there is no demonstration there are no such sites.
 */
export function routeDemo(app: App, parts: Parts): void {
  for (const file of readdirSync(STYLES)) {
    const style = readFileSync(new URL(file, STYLES), 'utf8');
    app.get(`/demo/${file}`, PAGE, (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(style),
    );
  }

  for (const url of ['/demo/:code', '/demo/:code/:slug']) {
    app.get(url, PAGE, async (request: DemoRequest, reply) => {
      const page = await render(parts, request);
      if (page === undefined) return reply.callNotFound();
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
    });
  }
}

async function render(
  { database, clock }: Parts,
  { params, query }: DemoRequest,
): Promise<string | undefined> {
  const site = SITES.find(({ library }) => library.code === params.code);
  if (!site || !(await findWidget(database.sql, site.library.widgetId))) return undefined;

  const { lang, q } = query as Record<string, unknown>;
  const chosen = languageSchema.safeParse(lang);
  const language = chosen.success ? chosen.data : site.texts[0].language;
  const slug = params.slug ?? '';
  const page = textIn(site, language).pages.find((candidate) => candidate.slug === slug) ?? null;
  if (page === null && slug !== '') return undefined;

  return renderPage({
    site,
    page,
    language,
    choseLanguage: chosen.success,
    query: typeof q === 'string' ? q.trim().slice(0, QUERY_CHARACTERS) : '',
    now: clock.now(),
  });
}
